using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>What the log, the audit and the mail may hold of what people type.</summary>
public class ApplicationLogTests
{
    [Fact]
    public async Task Nothing_typed_reaches_log_audit_or_mail_unless_it_belongs_there()
    {
        await using var portal = new PortalFactory();
        var (applicant, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader | Roles.PortalManager);
        const string Marker = "qzmarkerqz";
        var id = await client.WriteAsync(applicant, await portal.AddPersonAsync(), field => Marker + field);
        await client.FillAsync($"/applications/{id}/aim", ("Aim", Marker + new string('x', 2001)));
        await client.FillAsync($"/applications/{id}/check", ("Form.Note", Marker + "Note"));
        await leader.FillAsync($"/applications/{id}/decide", ("Form.Outcome", "Rejected"), ("Form.Reasons", Marker + "Reasons"));
        foreach (var path in new[] { "/applications?Text=", "/accounts?Text=", "/search?q=", "/audit?Record=", "/reset-password/", "/invitation/", "/nowhere/", "/sign-in?returnUrl=/" })
        {
            await client.GetAsync(path + Marker + "Address");
        }

        var start = ApplicationRefusalTests.Form(await client.OpenAsync("/applications/start"));
        await client.PostAsync($"/nowhere/{Marker}Address", Page.Fields(start, ("Aim", Marker)));
        await client.PostAsync("/applications/start", [new("Aim", Marker)]);

        Assert.DoesNotContain(Marker, portal.Log(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("applications/{id:int}/decide", portal.Log(), StringComparison.Ordinal);
        Assert.All(
            await portal.UseDatabaseAsync(database => database.OutgoingEmails.AsNoTracking().ToListAsync()),
            email => Assert.DoesNotContain(Marker, email.Subject + email.ProtectedBody, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(portal.Storage, "*.eml", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(Marker, StringComparison.OrdinalIgnoreCase));
        var lines = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().ToListAsync());
        var told = lines.Select(line => line.Reason + line.Changes).Where(text => text.Contains(Marker, StringComparison.Ordinal)).ToList();
        // Reasons and short, structured answers; never a free answer.
        Assert.All(
            BusinessCaseForms.Texts.Where(text => text.Limit == 2000),
            text => Assert.DoesNotContain(told, line => line.Contains(Marker + text.Field, StringComparison.Ordinal)));
        Assert.All(["Reasons", "ProposedName"], kept => Assert.Contains(told, line => line.Contains(Marker + kept, StringComparison.Ordinal)));
        Assert.DoesNotContain(told, line => line.Contains(Marker + "Address", StringComparison.Ordinal));
    }
}

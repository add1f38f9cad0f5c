using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Makes versions of the policy through the domain's own methods, in every status.</summary>
public static partial class PolicyVersions
{
    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTime At { get; } = PortalFactory.Start.UtcDateTime;

    /// <summary>A senior leader.</summary>
    public static Actor Leader { get; } = new(9, "Person 9", Roles.SeniorLeader);

    /// <summary>The day of the next review that the versions here have.</summary>
    public static DateOnly Review { get; } = new(2027, 3, 10);

    /// <summary>A version in the given status, whose events are taken.</summary>
    public static PolicyVersion In(PolicyStatus status, string text = "# Aims\n\nKind words.", int number = 1, DateTime? at = null, DateOnly? review = null)
    {
        var when = at ?? At;
        var version = PolicyVersion.Begin([(number - 1, PolicyStatus.Discarded)], "Policy", text, Leader, when).Value;
        if (status is PolicyStatus.Discarded)
        {
            Done(version.Discard("", Leader, when));
        }
        else if (status is not PolicyStatus.Draft)
        {
            Done(version.Approve(version.ContentHash, Leader, when));
            if (status is not PolicyStatus.Approved)
            {
                Done(version.Publish(null, true, "New.", review ?? Review, Leader, when));
            }

            if (status is PolicyStatus.Superseded)
            {
                Done(In(PolicyStatus.Approved, "Other.", number + 1, when).Publish(version, true, "New.", review ?? Review, Leader, when));
            }
        }

        Assert.Equal(status, version.Status);
        version.TakeEvents();
        return version;
    }

    /// <summary>Publishes a version in the portal's database, as a leader would.</summary>
    /// <returns>Its record's number.</returns>
    public static Task<int> PublishPolicyAsync(
        this PortalFactory portal, Person leader, bool isMaterial = true, string text = "# Aims\n\nKind words.", DateOnly? review = null, string title = "Policy") =>
        portal.UseDatabaseAsync(async database =>
        {
            var (by, at) = (leader.AsActor(), portal.Now);
            var known = await database.PolicyVersions.ToListAsync();
            var version = PolicyVersion.Begin([.. known.Select(one => (one.Number, one.Status))], title, text, by, at).Value;
            database.PolicyVersions.Add(version);
            await database.SaveChangesAsync();
            Done(version.Approve(version.ContentHash, by, at));
            await database.SaveChangesAsync();
            Done(version.Publish(
                known.Find(one => one.Status == PolicyStatus.Published), isMaterial, "What is new.", review ?? PolicyVersion.LatestReviewOn(LondonTime.DateOf(at)), by, at));
            await database.SaveChangesAsync();
            return version.Id;
        });

    /// <summary>Adds a version that is being written.</summary>
    /// <returns>Its record's number.</returns>
    public static Task<int> BeginPolicyAsync(this PortalFactory portal, Person leader, string text = "# Aims\n\nKinder words.", bool approved = false) =>
        portal.UseDatabaseAsync(async database =>
        {
            var (by, at) = (leader.AsActor(), portal.Now);
            var known = await database.PolicyVersions.AsNoTracking().ToListAsync();
            var version = PolicyVersion.Begin([.. known.Select(one => (one.Number, one.Status))], "Policy", text, by, at).Value;
            database.PolicyVersions.Add(version);
            await database.SaveChangesAsync();
            if (approved)
            {
                Done(version.Approve(version.ContentHash, by, at));
                await database.SaveChangesAsync();
            }

            return version.Id;
        });

    /// <summary>The version as it is saved.</summary>
    public static Task<PolicyVersion> PolicyAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.PolicyVersions.AsNoTracking().SingleAsync(version => version.Id == id));

    /// <summary>The names of the audit events of a record, oldest first.</summary>
    public static Task<List<string>> EventsOfAsync(this PortalFactory portal, string kind, int id) => portal.UseDatabaseAsync(database =>
        database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == kind && line.RecordId == id)
            .OrderBy(line => line.Sequence)
            .Select(line => line.Name)
            .ToListAsync());

    /// <summary>The paths of the links in the e-mails to an address, oldest first.</summary>
    public static Task<List<string>> LinksToAsync(this PortalFactory portal, string address) => portal.UseAsync(async services =>
    {
        var outbox = services.GetRequiredService<EmailOutbox>();
        var mails = await services.GetRequiredService<SocialGovDbContext>().OutgoingEmails.AsNoTracking()
            .Where(mail => mail.ToAddress == address)
            .OrderBy(mail => mail.Id)
            .ToListAsync();
        return mails.Select(mail => LinkPath().Match(outbox.Read(mail)).Value).ToList();
    });

    private static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Message);

    [GeneratedRegex("/acknowledge/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkPath();
}

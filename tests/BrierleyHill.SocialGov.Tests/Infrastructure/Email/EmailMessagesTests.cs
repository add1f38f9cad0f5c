using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Email;

public class EmailMessagesTests
{
    [Theory]
    [InlineData("Waits\r\nBcc: everybody@school.example")]
    [InlineData("Waits\nBcc: everybody@school.example")]
    [InlineData("Waits\rBcc: everybody@school.example")]
    [InlineData("Waits\r\n\r\nAnother text")]
    public async Task A_subject_cannot_begin_another_header(string subject)
    {
        var message = await BuildAsync(subject, "pat@school.example");
        Assert.Equal(["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"], HeadersOf(message));
        Assert.DoesNotContain("Another text", message.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pat@school.example\r\nBcc: everybody@school.example")]
    [InlineData("pat@school.example, everybody@school.example")]
    [InlineData("Pat <pat@school.example>")]
    [InlineData("pat")]
    [InlineData("")]
    public async Task What_is_not_one_address_is_refused(string address) =>
        await Assert.ThrowsAsync<FormatException>(() => BuildAsync("Something waits", address));

    [Fact]
    public async Task The_name_of_the_school_cannot_begin_another_header()
    {
        var message = await BuildAsync("Something waits", "pat@school.example", "St \"Ann's\" <é>\r\nBcc: everybody@school.example");
        Assert.Equal(["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"], HeadersOf(message));
        Assert.Equal("St \"Ann's\" <é> Bcc: everybody@school.example", message.From.Mailboxes.Single().Name);
    }

    private static List<string> HeadersOf(MimeMessage message)
    {
        using var wire = new MemoryStream();
        message.WriteTo(wire);
        wire.Position = 0;
        var read = MimeMessage.Load(wire);
        return [.. read.Headers.Concat(read.Body!.Headers).Select(header => header.Field).Where(field => field != "Content-Transfer-Encoding").Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal)];
    }

    private static async Task<MimeMessage> BuildAsync(string subject, string address, string school = "Brierley Hill Primary School")
    {
        await using var portal = await PortalServices.StartAsync(new() { ["School:Name"] = school });
        await using var scope = portal.Services.CreateAsyncScope();
        var body = scope.ServiceProvider.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("BrierleyHill.SocialGov.OutgoingEmail.Body").Protect("Something waits in the portal.");
        return scope.ServiceProvider.GetRequiredService<EmailMessages>().Build(
            OutgoingEmail.Queue("id@school.example", 1, address, subject, body, portal.Clock.UtcNow()));
    }
}

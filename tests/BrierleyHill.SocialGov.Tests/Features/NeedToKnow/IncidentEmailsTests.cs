using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.NeedToKnow;

/// <summary>
/// The e-mails about incidents hold the kind of thing, its reference and a link, and nothing else: every one that whole stories produce, alerts and
/// morning summaries included; and none is written by a method that could be given more.
/// </summary>
[Trait("Clause", "SLT-4")]
[Trait("Clause", "BEH-1")]
[Trait("Clause", "BEH-4")]
public sealed partial class IncidentEmailsTests
{
    [Theory]
    [MemberData(nameof(TwoWorldsTests.Seeds), MemberType = typeof(TwoWorldsTests))]
    public async Task Every_e_mail_of_a_story_holds_kind_reference_and_link_alone(int seed)
    {
        var story = new WorldsStory(seed);
        var sent = new List<(string Subject, string Body)>();
        await using var world = await World.MakeAsync();
        await story.TellAsync(world);

        var emails = await world.UseDatabaseAsync(database => database.OutgoingEmails.AsNoTracking().ToListAsync());
        sent.AddRange(emails.Where(email => email.ProtectedBody.Length > 0).Select(email => (email.Subject, world.Services.GetRequiredService<EmailOutbox>().Read(email))));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(world.Storage, "mail"), "*.eml"))
        {
            var message = await MimeKit.MimeMessage.LoadAsync(file);
            sent.Add((message.Subject ?? "", message.TextBody ?? ""));
        }

        var people = await world.UseDatabaseAsync(database => database.People.AsNoTracking().ToListAsync());
        Assert.Contains(sent, email => email.Subject.Contains($"INC-{story.Number}", StringComparison.Ordinal));
        foreach (var (subject, body) in sent)
        {
            var text = $"{subject}\n{body}";
            Assert.DoesNotContain(WorldsStory.Planted, text, StringComparison.OrdinalIgnoreCase);
            if (text.Contains($"INC-{story.Number}", StringComparison.Ordinal) || text.Contains($"/incidents/{story.Number}", StringComparison.Ordinal))
            {
                Assert.All(people, person => Assert.DoesNotMatch($@"\b({person.Forename}|{person.Surname})\b", text));
                Check(subject, body, story.Number);
            }
        }
    }

    public static TheoryData<string> Emails => [.. Methods().Select(method => method.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Emails))]
    public void No_e_mail_can_be_given_more_than_what_it_is_about(string name)
    {
        foreach (var method in Methods().Where(found => found.Name == name))
        {
            Assert.All(method.GetParameters(), parameter => Assert.True(
                parameter.Name is "reference" or "path" or "id" or "number" || parameter.ParameterType.IsEnum || parameter.ParameterType == typeof(bool)
                    || parameter.ParameterType == typeof(DateTime),
                $"{name} is given {parameter.ParameterType.Name} {parameter.Name}: an e-mail about an incident carries its kind, its reference and a link."));
        }
    }

    [Fact]
    public void The_check_sees_what_does_not_belong_there()
    {
        Check("INC-123456: an incident has been reported", "It waits (INC-123456).\n\nLook here:\n\nhttps://localhost/incidents/123456", 123456);
        foreach (var (subject, body) in ((string, string)[])
        [
            ("An incident has been reported", "It waits."),
            ("INC-123456: it waits", "See https://localhost/incidents/123456/evidence/3?name=x"),
            ("INC-123456: it waits", "See https://localhost/people/3"),
            ("INC-123456: it waits", "There are 14 of them."),
            ("INC-123456: it waits", "See INC-654321."),
            ("INC-123456: it waits", "They wrote “You will see”."),
            ("INC-123456: it waits", "Rang 0121 496 0000."),
            ("INC-123456: it waits", "From somebody@example.com."),
        ])
        {
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Check(subject, body, 123456));
        }
    }

    // The reference, links into the portal, hours of a rule and the times of a deadline are all that has figures in it.
    private static void Check(string subject, string body, int number)
    {
        Assert.Contains($"INC-{number}", subject, StringComparison.Ordinal);
        var text = $"{subject}\n{body}";
        Assert.All(Reference().Matches(text), found => Assert.Equal($"INC-{number}", found.Value));
        Assert.All(Address().Matches(text), found => Assert.Matches($@"^https://localhost/(incidents(/{number}(/[a-z0-9-]+)*)?|notifications(/preferences)?)$", found.Value));
        var words = Allowed().Replace(Address().Replace(text, " "), " ");
        Assert.DoesNotMatch("[0-9“”\"@]", words);
    }

    private static IEnumerable<MethodInfo> Methods() => typeof(EmailText).Assembly.GetTypes()
        .Where(type => type.Namespace?.EndsWith(".Features.Incidents", StringComparison.Ordinal) == true)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(EmailText) && !method.IsDefined(typeof(CompilerGeneratedAttribute)));

    [GeneratedRegex(@"\b[A-Z]{2,5}-\d+\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\bINC-\d{6}\b|\b(24|48|66|72) hours\b|\b\d{1,2} [A-Z][a-z]+ 20\d\d( at \d{1,2}(:\d\d)?[ap]m| at midnight| at midday)?|\b\d{1,2}(:\d\d)?[ap]m\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}

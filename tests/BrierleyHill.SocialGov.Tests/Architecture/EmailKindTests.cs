using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Tests.Architecture;

/// <summary>Every e-mail is of a kind by which people choose whether it can wait for the morning, or stands on the list of those that never wait.</summary>
public sealed partial class EmailKindTests
{
    // Why each of them comes at once.
    private static readonly Dictionary<string, string> AtOnce = new()
    {
        ["AccountEmails.Suspended"] = "nobody may post any more",
        ["EnquiryEmails.DraftEscalated"] = "it is the escalation",
        ["EnquiryEmails.Escalated"] = "it is the escalation",
        ["HandoverEmails.Confidentiality"] = "its reader's access ends, or has ended: a summary would not reach them",
        ["IncidentEmails.Appointed"] = "an investigation waits for whoever is appointed",
        ["IncidentEmails.AssessmentEscalated"] = "it is the escalation",
        ["IncidentEmails.AssessmentOverdue"] = "an incident that nobody has assessed may do harm meanwhile",
        ["IncidentEmails.Danger"] = "somebody may be in danger",
        ["IncidentPartEmails.BreachOverdue"] = "the law’s 72 hours have run out",
        ["IncidentPartEmails.BreachRecorded"] = "the law’s 72 hours run",
        ["IncidentPartEmails.BreachWaits"] = "the law’s 72 hours run",
        ["IncidentPartEmails.NextContact"] = "it is due within the hour",
        ["IncidentPartEmails.ReferralEscalated"] = "it is the escalation",
        ["IncidentEmails.New"] = "unacceptable conduct is reported to a senior person at once (BEH-4)",
        ["IncidentEmails.SafeguardingStarted"] = "the safeguarding lead is told at once",
        ["MonitoringEmails.Escalated"] = "it is the escalation",
        ["MonitoringEmails.FollowUpEscalated"] = "it is the escalation",
        ["PeopleEmails.Invitation"] = "it is the way in",
        ["PeopleEmails.LastPortalManagerKept"] = "somebody who has left still has access",
        ["PolicyEmails.AcknowledgeByLink"] = "it goes to somebody without a sign-in, and its link lets them in",
        ["SignInEmails.AuthenticatorRemoved"] = "it may have been somebody else",
        ["SignInEmails.AuthenticatorSetUp"] = "it may have been somebody else",
        ["SignInEmails.Changed"] = "the text that the others share",
        ["SignInEmails.Locked"] = "it may have been somebody else",
        ["SignInEmails.PasskeyAdded"] = "it may have been somebody else",
        ["SignInEmails.PasskeyRemoved"] = "it may have been somebody else",
        ["SignInEmails.PasswordChanged"] = "it may have been somebody else",
        ["SignInEmails.PasswordReset"] = "it is the way in",
        ["SignInEmails.RecoveryCodesMade"] = "it may have been somebody else",
        ["SignInEmails.RecoveryCodeUsed"] = "it may have been somebody else",
        ["SignInEmails.SecondFactorTakenAway"] = "it may have been somebody else",
        ["SummaryEmails.Morning"] = "it is the summary",
        ["SummaryEmails.OfIncident"] = "it is the summary",
        ["VaultEmails.GlassBroken"] = "a secret was shown to somebody who does not run the account",
    };

    public static TheoryData<string> Emails => [.. Methods().Select(NameOf).Distinct()];

    [Theory]
    [MemberData(nameof(Emails))]
    public void Every_e_mail_is_of_a_kind_or_on_the_list_of_those_that_never_wait(string name)
    {
        foreach (var method in Methods().Where(found => NameOf(found) == name))
        {
            foreach (var email in Written(method))
            {
                Assert.True(
                    AtOnce.ContainsKey(name) ? email.Kind == NotificationKinds.None : int.IsPow2((int)email.Kind),
                    $"{name} is of the kind {email.Kind}. Give it one kind, or write on the list why it never waits.");
            }
        }
    }

    [Fact]
    public void The_list_names_only_what_there_is() => Assert.Empty(AtOnce.Keys.Except(Methods().Select(NameOf)));

    [Fact]
    public void No_e_mail_is_written_where_the_test_above_does_not_see_it()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BrierleyHill.SocialGov.sln")))
        {
            folder = folder.Parent!;
        }

        var sources = Directory.EnumerateFiles(Path.Combine(folder.FullName, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"));
        Assert.All(sources, file => Assert.False(MadeElsewhere().IsMatch(File.ReadAllText(file)), $"{Path.GetFileName(file)} makes an e-mail outside a method that gives one back."));
    }

    [Fact]
    public void The_test_sees_what_it_has_to_see()
    {
        Assert.Contains("ReviewEmails.ReviewDue", Methods().Select(NameOf));
        Assert.Matches(MadeElsewhere(), "var mail = new EmailText(\"A\", [], \"/\");");
        Assert.Matches(MadeElsewhere(), "EmailText mail = new(\"A\", [], \"/\");");
    }

    private static IEnumerable<MethodInfo> Methods() => typeof(EmailText).Assembly.GetTypes()
        .Where(type => type != typeof(EmailText))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(EmailText) && !method.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    // Each text that the method gives for two sets of answers: what depends on a yes or no, or on a choice, is seen both ways.
    private static IEnumerable<EmailText> Written(MethodInfo method) => ((bool[])[false, true]).Select(yes => (EmailText)method.Invoke(
        method.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(method.DeclaringType!),
        [.. method.GetParameters().Select(parameter => Answer(parameter.ParameterType, yes))])!);

    private static object? Answer(Type type, bool yes) => type switch
    {
        _ when type == typeof(string) => "/a-path",
        _ when type == typeof(bool) => yes,
        _ when type.IsEnum => yes ? Enum.GetValues(type).Cast<object>().Last() : Enum.GetValues(type).Cast<object>().First(),
        _ when Nullable.GetUnderlyingType(type) is { } inner => yes ? Answer(inner, yes) : null,
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, 0),
        _ when type.IsInterface && type.IsGenericType => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };

    [GeneratedRegex(@"new EmailText\(|EmailText \w+ = new\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MadeElsewhere();
}

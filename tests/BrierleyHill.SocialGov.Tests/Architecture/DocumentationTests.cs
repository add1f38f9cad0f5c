using System.Reflection;
using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Tests.Architecture;

/// <summary>The documentation says what is true now, as far as a test can hold it to that.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Clauses =>
    [
        "DP-1", "DP-2", "SCOPE-1", "SCOPE-2", "SCOPE-3", "SCOPE-4", "SLT-1", "SLT-2", "SLT-3", "SLT-4", "SLT-5", "SLT-6", "SLT-7",
        "ADM-1", "ADM-2", "ADM-3", "ADM-4", "ADM-5", "STF-1", "STF-2", "STF-3", "STF-4", "BC-1", "BC-2", "BC-3", "BC-4", "BC-5", "BC-6",
        "MON-1", "MON-2", "MON-3", "BEH-1", "BEH-2", "BEH-3", "BEH-4", "BEH-5", "BEH-6", "IMG-1", "IMG-2", "IMG-3", "IMG-4", "IMG-5",
        "CPY-1", "OFF-1", "OFF-2", "OFF-3", "TONE-1", "PER-1", "PUP-1", "PAR-1", "PAR-2", "PUB-1", "ADV-1", "GP-1", "GP-2", "GP-3", "REV-1",
    ];

    [Theory]
    [MemberData(nameof(Clauses))]
    public void Every_clause_of_the_policy_is_traced(string clause) =>
        Assert.Matches($@"(?m)^\| {Regex.Escape(clause)} \|", Read("docs/policy-traceability.md"));

    [Fact]
    public void Every_test_that_the_traceability_names_exists_and_carries_its_clause()
    {
        var tests = TestsByClause();
        foreach (Match row in ClauseRow().Matches(Read("docs/policy-traceability.md")))
        {
            var clause = row.Groups["clause"].Value;
            foreach (Match named in TestName().Matches(row.Groups["rest"].Value))
            {
                Assert.True(tests.Contains((clause, named.Groups["name"].Value)), $"{clause} names {named.Value}, which does not exist or does not carry the clause.");
            }
        }
    }

    [Fact]
    public void Every_clause_that_a_test_carries_is_traced_as_kept()
    {
        var text = Read("docs/policy-traceability.md");
        foreach (var clause in TestsByClause().Select(test => test.Clause).Distinct())
        {
            var row = ClauseRow().Matches(text).Single(found => found.Groups["clause"].Value == clause);
            Assert.DoesNotContain("Not yet", row.Groups["rest"].Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_event_is_listed_with_its_words()
    {
        var listed = EventRow().Matches(Read("docs/audit-events.md")).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["words"].Value.Trim());
        var events = typeof(DomainEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract).ToList();

        Assert.Equal(events.Select(type => type.Name).Order(), listed.Keys.Order());
        Assert.All(listed, row => Assert.Equal(HistoryEntry.NameOf(row.Key), row.Value));
    }

    [Fact]
    public void Every_event_has_words_of_its_own() =>
        Assert.All(
            typeof(DomainEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract),
            type => Assert.NotNull(type.GetCustomAttribute<System.ComponentModel.DescriptionAttribute>()));

    [Fact]
    public void Every_setting_that_the_program_reads_is_explained()
    {
        var explained = Read("docs/operations.md");
        var keys = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("\\obj\\", StringComparison.Ordinal))
            .SelectMany(file => SettingKey().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .Distinct()
            .ToList();

        Assert.Contains("School:Name", keys);
        Assert.All(keys, key => Assert.Contains($"`{key}`", explained, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md")))
        {
            foreach (Match link in RelativeLink().Matches(File.ReadAllText(file)))
            {
                var target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups["path"].Value);
                Assert.True(Path.Exists(target), $"{Path.GetFileName(file)} links to {link.Groups["path"].Value}, which is not there.");
            }
        }
    }

    private static HashSet<(string Clause, string Name)> TestsByClause() =>
    [
        .. typeof(DocumentationTests).Assembly.GetTypes().SelectMany(type =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .SelectMany(method => ClausesOf(type).Concat(ClausesOf(method)).Select(clause => (clause, type.Name)))),
    ];

    private static IEnumerable<string> ClausesOf(MemberInfo member) => member.CustomAttributes
        .Where(attribute => attribute.AttributeType == typeof(TraitAttribute) && attribute.ConstructorArguments[0].Value as string == "Clause")
        .Select(attribute => (string)attribute.ConstructorArguments[1].Value!);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BrierleyHill.SocialGov.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"(?m)^\| (?<clause>[A-Z]+-\d) \|(?<rest>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClauseRow();

    [GeneratedRegex(@"`(?<name>\w+Tests)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"(?m)^\| `(?<name>\w+)` \| (?<words>[^|]+) \|", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"""(?<key>(Applications|ConnectionStrings|Database|Demonstration|Incidents|Jobs|Logging|Mail|School|SignIn|Storage|Vault):[A-Za-z]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingKey();

    [GeneratedRegex(@"\]\((?<path>(?!https?:|#|mailto:)[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RelativeLink();
}

using System.Reflection;
using BrierleyHill.SocialGov.Domain.Shared;
using NetArchTest.Rules;

namespace BrierleyHill.SocialGov.Tests.Architecture
{
    /// <summary>Who may use whom (docs/architecture.md). Each rule is shown to fail on a sample that breaks it.</summary>
    public sealed class DependencyTests
    {
        private const string Root = "BrierleyHill.SocialGov.Web";
        private static readonly Assembly Web = typeof(Program).Assembly;
        private static readonly Assembly Domain = typeof(Entity).Assembly;

        public static TheoryData<string> Features =>
            [.. FeatureNames()];

        [Fact]
        public void The_domain_references_nothing_but_the_base_library() =>
            Assert.All(Domain.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

        [Theory]
        [MemberData(nameof(Features))]
        public void A_feature_uses_no_other_feature(string feature) => Holds(FeatureRule(Types.InAssembly(Web), $"{Root}.Features.{feature}", feature));

        [Fact]
        public void A_feature_that_uses_another_is_found() =>
            Assert.Contains(
                nameof(Samples.Applications.UsesAnotherFeature),
                Broken(FeatureRule(Types.InAssembly(typeof(DependencyTests).Assembly), "BrierleyHill.SocialGov.Tests.Architecture.Samples.Applications", "Applications")));

        [Fact]
        public void Data_uses_no_feature_and_of_the_infrastructure_only_its_settings() => Holds(DataRule(Types.InAssembly(Web), $"{Root}.Data"));

        [Fact]
        public void Data_that_uses_a_feature_is_found() =>
            Assert.Contains(
                nameof(Samples.Data.UsesFeature),
                Broken(DataRule(Types.InAssembly(typeof(DependencyTests).Assembly), "BrierleyHill.SocialGov.Tests.Architecture.Samples.Data")));

        [Fact]
        public void Infrastructure_uses_no_feature() =>
            Holds(Types.InAssembly(Web).That().ResideInNamespace($"{Root}.Infrastructure").ShouldNot().HaveDependencyOn($"{Root}.Features").GetResult());

        [Fact]
        public void Settings_use_nothing_of_the_portal() =>
            Holds(Types.InAssembly(Web).That().ResideInNamespace($"{Root}.Infrastructure.Settings").ShouldNot()
                .HaveDependencyOnAny($"{Root}.Features", $"{Root}.Data", $"{Root}.CommandLine").GetResult());

        [Fact]
        public void Controllers_neither_save_nor_see_the_database() =>
            Holds(Types.InAssembly(Web).That().Inherit(typeof(Microsoft.AspNetCore.Mvc.Controller)).And().DoNotHaveName(nameof(Web))
                .ShouldNot().HaveDependencyOnAny($"{Root}.Data.SocialGovDbContext", "Microsoft.EntityFrameworkCore").GetResult());

        [Fact]
        public void Interfaces_exist_only_where_the_program_ends()
        {
            string[] expected = ["IMailTransport", "IPagedList"];
            Assert.Equal(expected, Web.GetTypes().Concat(Domain.GetTypes()).Where(type => type.IsInterface).Select(type => type.Name).Order());
        }

        [Fact]
        public void Domain_and_portal_have_the_same_folder_for_the_same_feature()
        {
            string[] sharedByAll = ["Shared", "Calendar", "Auditing", "Messaging"];
            var folders = Domain.GetTypes()
                .Where(type => type.IsPublic)
                .Select(type => type.Namespace!.Split('.').Last())
                .Distinct()
                .Except(sharedByAll);

            Assert.All(folders, folder => Assert.Contains(folder, FeatureNames()));
        }

        private static IReadOnlyList<string> FeatureNames() =>
        [
            .. Web.GetTypes()
                .Where(type => type.Namespace?.StartsWith($"{Root}.Features.", StringComparison.Ordinal) == true)
                .Select(type => type.Namespace!.Split('.')[4])
                .Where(name => name != "Shared")
                .Distinct()
                .Order(),
        ];

        private static TestResult FeatureRule(Types types, string within, string feature) => types
            .That().ResideInNamespace(within)
            .ShouldNot().HaveDependencyOnAny([.. FeatureNames().Where(other => other != feature).Select(other => $"{Root}.Features.{other}"), $"{Root}.CommandLine"])
            .GetResult();

        private static TestResult DataRule(Types types, string within) => types
            .That().ResideInNamespace(within)
            .ShouldNot().HaveDependencyOnAny(
                $"{Root}.Features", $"{Root}.CommandLine", $"{Root}.Infrastructure.Email", $"{Root}.Infrastructure.Jobs",
                $"{Root}.Infrastructure.Security", $"{Root}.Infrastructure.Encryption", $"{Root}.Infrastructure.Logging")
            .GetResult();

        private static void Holds(TestResult result) => Assert.Empty(Broken(result));

        private static IEnumerable<string> Broken(TestResult result) => result.FailingTypes?.Select(type => type.Name) ?? [];
    }
}

namespace BrierleyHill.SocialGov.Tests.Architecture.Samples.Applications
{
    /// <summary>Wrong on purpose: it stands for a feature that uses another.</summary>
    internal sealed class UsesAnotherFeature
    {
        public Web.Features.Accounts.AccountQueries? Register { get; init; }
    }
}

namespace BrierleyHill.SocialGov.Tests.Architecture.Samples.Data
{
    /// <summary>Wrong on purpose: it stands for data that uses a feature.</summary>
    internal sealed class UsesFeature
    {
        public Web.Features.Accounts.AccountQueries? Register { get; init; }
    }
}

using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.ImpactAssessments;

/// <summary>The library of risks.</summary>
[Trait("Clause", "DP-2")]
public class LibraryRiskTests
{
    internal static LibraryRisk Added() =>
        LibraryRisk.Add("Names in captions.", "Children.", Likelihood.Possible, Severity.Significant, "No names.", Assessments.Officer, Assessments.At).Value;

    [Theory]
    [InlineData(Roles.None, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.PortalManager, false)]
    [InlineData(Roles.SeniorLeader, true)]
    [InlineData(Roles.DataProtectionOfficer, true)]
    public void Data_protection_officers_and_senior_leaders_keep_it(Roles roles, bool may)
    {
        var by = BrierleyHill.SocialGov.Tests.Support.People.Actor(5, roles);
        var risk = Added();
        var expected = may ? null : ImpactAssessmentErrors.OnlyOfficersAndLeaders;

        Assert.Equal(expected, LibraryRisk.Add("a", "b", Likelihood.Remote, Severity.Minimal, "c", by, Assessments.At).Error);
        Assert.Equal(expected, risk.Change("a", "b", Likelihood.Remote, Severity.Minimal, "c", by, Assessments.At).Error);
        Assert.Equal(expected, risk.Retire(by, Assessments.At).Error);
        Assert.Equal(may, risk.IsRetired);
    }

    [Fact]
    public void Everything_has_to_be_there()
    {
        Assert.Equal("Description", LibraryRisk.Add(" ", "b", Likelihood.Remote, Severity.Minimal, "c", Assessments.Officer, Assessments.At).Error?.Field);
        Assert.Equal("Harm", LibraryRisk.Add("a", "", Likelihood.Remote, Severity.Minimal, "c", Assessments.Officer, Assessments.At).Error?.Field);
        Assert.Equal("SuggestedMeasures", LibraryRisk.Add("a", "b", Likelihood.Remote, Severity.Minimal, null, Assessments.Officer, Assessments.At).Error?.Field);
        Assert.Equal("Likelihood", LibraryRisk.Add("a", "b", null, Severity.Minimal, "c", Assessments.Officer, Assessments.At).Error?.Field);
        Assert.Equal("Severity", LibraryRisk.Add("a", "b", Likelihood.Remote, (Severity)9, "c", Assessments.Officer, Assessments.At).Error?.Field);
        Assert.Equal("Harm", LibraryRisk.Add("a", new string('x', 1001), Likelihood.Remote, Severity.Minimal, "c", Assessments.Officer, Assessments.At).Error?.Field);
    }

    [Fact]
    public void Retired_ones_are_not_copied_and_can_be_brought_back()
    {
        var (risk, assessment) = (Added(), Assessments.In(AssessmentStatus.Draft));
        Assessments.Done(risk.Retire(Assessments.Leader, Assessments.At));
        Assert.Equal("LibraryRisk.Retired", risk.Retire(Assessments.Leader, Assessments.At).Error?.Code);
        Assert.True(assessment.TakeFromLibrary([risk], Assessments.Author, Assessments.At).IsRefused);

        Assessments.Done(risk.BringBack(Assessments.Leader, Assessments.At));
        Assert.Equal("LibraryRisk.NotRetired", risk.BringBack(Assessments.Leader, Assessments.At).Error?.Code);
        Assessments.Done(assessment.TakeFromLibrary([risk, Added()], Assessments.Author, Assessments.At));

        Assert.Equal([1, 2, 3], assessment.Content.Risks.Select(one => one.Number));
        Assert.Equal(("Names in captions.", "No names.", RiskLevel.Medium), (assessment.Content.Risks[1].Description, assessment.Content.Risks[1].Measure, assessment.Content.Risks[1].Level()));
    }

    [Fact]
    public void A_change_of_nothing_is_no_event()
    {
        var risk = Added();
        risk.TakeEvents();

        Assessments.Done(risk.Change("Names in captions.", "Children.", Likelihood.Possible, Severity.Significant, "No names.", Assessments.Leader, Assessments.At));

        Assert.Empty(risk.UnsavedEvents);
    }

    [Fact]
    public void The_first_risks_fit_their_limits_and_have_numbers_of_their_own()
    {
        Assert.InRange(RiskLibrary.First.Count, 12, 20);
        Assert.Equal(RiskLibrary.First.Count, RiskLibrary.First.Select(risk => risk.Id).Distinct().Count());
        Assert.All(RiskLibrary.First, risk => Assert.Null(
            LibraryRisk.Add(risk.Description, risk.Harm, risk.Likelihood, risk.Severity, risk.SuggestedMeasures, Assessments.Officer, Assessments.At).Error));
    }
}

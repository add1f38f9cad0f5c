using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

/// <summary>A piece of evidence: received once, opened on record, withdrawn with a reason, and never gone without a trace.</summary>
[Trait("Clause", "SLT-3")]
public class IncidentEvidenceTests
{
    private static readonly string Hash = new('b', 64);

    private static IncidentEvidence Added(bool holdsLocation = false) =>
        IncidentEvidence.Add(IncidentBuilder.Reported(), 1, Content(holdsLocation), "Photo of somebody.jpeg", IncidentBuilder.Reporter, IncidentBuilder.At).Value;

    private static KeptContent Content(bool holdsLocation = false) => new(new string('a', 32), FileType.Jpeg, 2048, Hash, holdsLocation);

    [Fact]
    public void What_is_received_stands_in_audit_and_chronology_with_its_fingerprint_and_without_its_name()
    {
        var evidence = Added(holdsLocation: true);

        var added = Assert.IsType<EvidenceAdded>(Assert.Single(evidence.UnsavedEvents));
        Assert.Equal("INC-123456", evidence.Reference);
        Assert.Equal($"Added evidence 1: JPEG, 2048 bytes, SHA-256 {Hash}. This picture holds where it was taken.", added.InChronology);
        Assert.Equal(["1", "JPEG, 2048 bytes", Hash, "Yes"], added.Changes.Select(change => change.After));
        Assert.DoesNotContain("somebody", string.Concat(added.Changes), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("Photo of somebody.jpg", "JPEG, 2 KB", true), (evidence.Name, evidence.TypeAndSize, evidence.IsKept));
    }

    [Fact]
    public void The_same_person_gives_the_same_file_once_and_another_is_recorded_beside_them()
    {
        var (incident, evidence) = (IncidentBuilder.Reported(), Added());
        evidence.TakeEvents();

        Assert.False(evidence.GiveAgain(incident, "again.jpg", IncidentBuilder.Reporter, IncidentBuilder.At).Value);
        Assert.Empty(evidence.UnsavedEvents);
        Assert.True(evidence.GiveAgain(incident, "mine.jpg", IncidentBuilder.Leader, IncidentBuilder.At).Value);
        Assert.IsType<EvidenceGivenAgain>(Assert.Single(evidence.UnsavedEvents));
        Assert.Equal(["Photo of somebody.jpg", "mine.jpg"], evidence.Receipts.Select(receipt => receipt.Name));
    }

    [Fact]
    public void Each_view_and_each_download_is_recorded()
    {
        var evidence = Added();
        evidence.TakeEvents();

        evidence.View(IncidentBuilder.Leader, IncidentBuilder.At);
        evidence.Download(IncidentBuilder.Leader, IncidentBuilder.At);
        evidence.FindDamaged(IncidentBuilder.Leader, IncidentBuilder.At);

        Assert.Equal(
            [typeof(EvidenceViewed), typeof(EvidenceDownloaded), typeof(EvidenceFoundDamaged)], evidence.UnsavedEvents.Select(happened => happened.GetType()));
        Assert.All(evidence.UnsavedEvents, happened => Assert.Equal(ChronologyKind.Evidence, ((IncidentEvent)happened).Kind));
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.SafeguardingLead)]
    [InlineData(Roles.DataProtectionOfficer)]
    [InlineData(Roles.Administrator)]
    public void Only_a_senior_leader_withdraws(Roles role) =>
        Assert.Equal(EvidenceErrors.NotForYouToWithdraw, Added().Withdraw("A mistake.", Support.People.Actor(7, role), IncidentBuilder.At).Error);

    [Fact]
    public void Withdrawing_asks_for_a_reason_keeps_number_hash_and_receipts_and_is_done_once()
    {
        var evidence = Added(holdsLocation: true);
        evidence.TakeEvents();

        Assert.Equal(IncidentErrors.ReasonMissing, evidence.Withdraw(" \u0000 ", IncidentBuilder.Leader, IncidentBuilder.At).Error);
        Assert.Equal(IncidentErrors.ReasonTooLong, evidence.Withdraw(new string('r', 501), IncidentBuilder.Leader, IncidentBuilder.At).Error);
        Assert.False(evidence.Withdraw("Of another incident.", IncidentBuilder.Leader, IncidentBuilder.At).IsRefused);

        Assert.Equal((1, Hash, null, "Of another incident.", 1), (evidence.Number, evidence.Sha256, evidence.KeptSha256, evidence.WithdrawnBecause, evidence.Receipts.Count));
        var withdrawn = Assert.IsType<EvidenceWithdrawn>(Assert.Single(evidence.UnsavedEvents));
        Assert.Contains("Of another incident.", withdrawn.InChronology, StringComparison.Ordinal);
        Assert.DoesNotContain("another", string.Concat(withdrawn.Changes) + withdrawn.Reason, StringComparison.Ordinal);
        foreach (var late in new[]
        {
            evidence.Withdraw("Again.", IncidentBuilder.Leader, IncidentBuilder.At), evidence.View(IncidentBuilder.Leader, IncidentBuilder.At), evidence.Download(IncidentBuilder.Leader, IncidentBuilder.At),
        })
        {
            Assert.Equal(EvidenceErrors.NotKept, late.Error);
        }

        Assert.Equal(EvidenceErrors.NotKept, evidence.GiveAgain(IncidentBuilder.Reported(), "a", IncidentBuilder.Leader, IncidentBuilder.At).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Clause", "SCOPE-4")]
    public void Out_of_scope_leaves_number_and_hash_alone(bool isWithdrawnBefore)
    {
        var evidence = Added(holdsLocation: true);
        if (isWithdrawnBefore)
        {
            evidence.Withdraw("Of another incident.", IncidentBuilder.Leader, IncidentBuilder.At);
        }

        evidence.TakeEvents();
        evidence.Minimise(IncidentBuilder.Leader, IncidentBuilder.At);
        evidence.Minimise(IncidentBuilder.Leader, IncidentBuilder.At);

        Assert.IsType<EvidenceErased>(Assert.Single(evidence.UnsavedEvents));
        Assert.Equal((1, Hash), (evidence.Number, evidence.Sha256));
        Assert.Equal(("", "", "", 0L, false, null), (evidence.Name, evidence.TypeAndSize, evidence.WithdrawnBecause, evidence.Length, evidence.HoldsLocation, evidence.ErasedById));
        Assert.Empty(evidence.Receipts);
        Assert.False(evidence.IsKept);
    }

    [Fact]
    public void An_incident_has_two_hundred_pieces_at_the_most() => Assert.Equal(
        EvidenceErrors.TooManyPieces,
        IncidentEvidence.Add(IncidentBuilder.Reported(), IncidentEvidence.MostPieces + 1, Content(), "a", IncidentBuilder.Reporter, IncidentBuilder.At).Error);
}

using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Policy;

/// <summary>Who has acknowledged which exact text, in the portal and by a link.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "BEH-1")]
[Trait("Clause", "BEH-6")]
[Trait("Clause", "SCOPE-1")]
public sealed class AcknowledgementTests
{
    private static readonly DateTime At = PolicyVersions.At;
    private static readonly Actor Staff = new(3, "Person 3", Roles.None);
    private static readonly AcknowledgementReader Reader = new("Nia Parent", "nia@example.org", Affiliation.Parent);

    [Fact]
    public void It_keeps_person_version_hash_and_time()
    {
        var version = PolicyVersions.In(PolicyStatus.Published, number: 4);

        var given = Acknowledgement.Give(version, version.ContentHash, Confirmed.Everything, Staff, At).Value;

        Assert.Equal((3, 4, version.ContentHash, At), (given.PersonId, given.Number, given.ContentHash, given.AcknowledgedAt));
        Assert.Equal(Staff, Assert.IsType<PolicyAcknowledged>(Assert.Single(given.UnsavedEvents)).By);
    }

    [Theory]
    [InlineData(Confirmed.Nothing)]
    [InlineData(Confirmed.Understood)]
    [InlineData(Confirmed.Understood | Confirmed.Confidential)]
    [InlineData(Confirmed.Understood | Confirmed.Monitored)]
    [InlineData(Confirmed.Confidential | Confirmed.Monitored)]
    public void Every_statement_is_confirmed(Confirmed confirmed)
    {
        var version = PolicyVersions.In(PolicyStatus.Published);

        Assert.Equal(PolicyErrors.NotConfirmed, Acknowledgement.Give(version, version.ContentHash, confirmed, Staff, At).Error);
    }

    [Theory]
    [InlineData(PolicyStatus.Draft)]
    [InlineData(PolicyStatus.Approved)]
    [InlineData(PolicyStatus.Superseded)]
    [InlineData(PolicyStatus.Discarded)]
    public void Only_the_version_in_force_is_acknowledged(PolicyStatus status)
    {
        var version = PolicyVersions.In(status);

        Assert.Equal(PolicyErrors.NotTheTextInForce, Acknowledgement.Give(version, version.ContentHash, Confirmed.Everything, Staff, At).Error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123")]
    public void Only_the_text_that_was_read_is_acknowledged(string? hash) =>
        Assert.Equal(PolicyErrors.NotTheTextInForce, Acknowledgement.Give(PolicyVersions.In(PolicyStatus.Published), hash, Confirmed.Everything, Staff, At).Error);

    [Fact]
    public void Nobody_but_a_person_acknowledges() =>
        Assert.True(Acknowledgement.Give(PolicyVersions.In(PolicyStatus.Published), "", Confirmed.Everything, Actor.NotSignedIn, At).IsRefused);

    [Fact]
    public void Asked_for_is_the_latest_material_version_up_to_the_one_in_force()
    {
        Assert.Null(Acknowledgement.NumberAskedFor([]));
        Assert.Equal(2, Acknowledgement.NumberAskedFor([new(2, false, At), new(5, false, At)]));
        Assert.Equal(5, Acknowledgement.NumberAskedFor([new(7, false, At), new(2, true, At), new(5, true, At)]));
    }

    [Fact]
    public void Who_is_asked_and_who_is_ready_agree_over_random_histories() => Gen.Select(Gen.Bool.Array[0, 6], Gen.Int[0, 7]).Sample((materials, acknowledged) =>
    {
        var published = materials.Select((isMaterial, at) => new PublishedPolicy(at + 1, isMaterial || at == 0, At)).ToList();
        AcknowledgedPolicy[] own = acknowledged == 0 ? [] : [new AcknowledgedPolicy(3, acknowledged, At)];
        var facts = new ReadinessFacts(published, own, [], []);
        var person = new DirectoryPerson(3, "A", "B", PersonStatus.Active, null);

        var asked = Acknowledgement.NumberAskedFor(published);

        Assert.Equal(asked is not null && acknowledged >= asked, facts.Of(person, At).Acknowledged.IsMet);
    });

    [Theory]
    [InlineData("", "nia@example.org", Affiliation.Parent, "Policy.NameMissing")]
    [InlineData("Nia", "", Affiliation.Parent, "Policy.EmailAddressWrong")]
    [InlineData("Nia", "nia@example", Affiliation.Parent, "Policy.EmailAddressWrong")]
    [InlineData("Nia", "nia@example.org\r\nBcc: x@example.org", Affiliation.Parent, "Policy.EmailAddressWrong")]
    [InlineData("Nia", "nia@example.org", null, "Policy.AffiliationMissing")]
    [InlineData("Nia", "nia@example.org", (Affiliation)99, "Policy.AffiliationMissing")]
    public void A_link_needs_a_name_an_address_and_an_affiliation(string name, string address, Affiliation? affiliation, string code) =>
        Assert.Equal(code, Send(new AcknowledgementReader(name, address, affiliation)).Error?.Code);

    [Fact]
    public void A_name_has_a_limit() =>
        Assert.Equal(nameof(AcknowledgementRequest.Name), Send(Reader with { Name = new string('n', AcknowledgementRequest.NameMaximumLength + 1) }).Error?.Field);

    [Theory]
    [InlineData(Roles.SeniorLeader, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.PortalManager | Roles.DataProtectionOfficer, false)]
    [InlineData(Roles.None, false)]
    public void Senior_leaders_and_administrators_send_links(Roles roles, bool may) =>
        Assert.Equal(!may, AcknowledgementRequest.Send(Reader, PolicyVersions.In(PolicyStatus.Published), null, "hash", new Actor(7, "Person 7", roles), At).IsRefused);

    [Theory]
    [InlineData(PolicyStatus.Draft)]
    [InlineData(PolicyStatus.Superseded)]
    public void A_link_shows_the_version_in_force_alone(PolicyStatus status)
    {
        Assert.Equal(PolicyErrors.NothingPublished, AcknowledgementRequest.Send(Reader, PolicyVersions.In(status), null, "hash", PolicyVersions.Leader, At).Error);
        Assert.Equal(PolicyErrors.NothingPublished, AcknowledgementRequest.Send(Reader, null, null, "hash", PolicyVersions.Leader, At).Error);
    }

    [Fact]
    public void A_link_works_for_14_days_and_once()
    {
        var version = PolicyVersions.In(PolicyStatus.Published);
        var request = Send(Reader, version).Value;

        Assert.True(request.IsUsable(version, At.AddDays(14).AddTicks(-1)));
        Assert.False(request.IsUsable(version, At.AddDays(14)));
        Assert.Equal(PolicyErrors.LinkNotValid, request.Acknowledge(version, version.ContentHash, Confirmed.Everything, At.AddDays(14)).Error);
        Assert.Equal(PolicyErrors.NotConfirmed, request.Acknowledge(version, version.ContentHash, Confirmed.Understood, At).Error);
        Assert.False(request.Acknowledge(version, version.ContentHash, Confirmed.Everything, At).IsRefused);
        Assert.Equal(PolicyErrors.LinkNotValid, request.Acknowledge(version, version.ContentHash, Confirmed.Everything, At).Error);
    }

    [Fact]
    public void A_link_ends_with_the_text_that_it_shows()
    {
        var version = PolicyVersions.In(PolicyStatus.Published);
        var request = Send(Reader, version).Value;
        Assert.False(PolicyVersions.In(PolicyStatus.Approved, "New.", 2).Publish(version, false, "Spelling.", PolicyVersions.Review, PolicyVersions.Leader, At).IsRefused);

        Assert.Equal(PolicyErrors.LinkNotValid, request.Acknowledge(version, version.ContentHash, Confirmed.Everything, At).Error);
    }

    [Fact]
    public void Sending_again_makes_a_new_link_to_the_text_in_force_and_a_new_term()
    {
        var (first, second) = (PolicyVersions.In(PolicyStatus.Published), PolicyVersions.In(PolicyStatus.Published, "New.", 2));
        var request = Send(Reader, first).Value;
        var later = At.AddDays(20);

        Assert.False(request.SendAgain(second, null, "other hash", PolicyVersions.Leader, later).IsRefused);

        Assert.Equal(("other hash", 2, second.ContentHash, later, later.AddDays(14)), (request.TokenHash, request.Number, request.ContentHash, request.SentAt, request.ExpiresAt));
        Assert.False(request.HasRunOut(later));
    }

    public static TheoryData<string, string, bool> OverCells() => new()
    {
        { "Acknowledge", "SendAgain", true }, { "Acknowledge", "Cancel", true }, { "Acknowledge", "Replace", true },
        { "Cancel", "SendAgain", true }, { "Cancel", "Cancel", true }, { "Cancel", "Replace", true }, { "Cancel", "Acknowledge", true },
        { "Replace", "SendAgain", true }, { "Replace", "Cancel", true }, { "Replace", "Replace", true }, { "Replace", "Acknowledge", true },
        { "SendAgain", "SendAgain", false }, { "SendAgain", "Cancel", false }, { "SendAgain", "Replace", false }, { "SendAgain", "Acknowledge", false },
    };

    [Theory]
    [MemberData(nameof(OverCells))]
    public void What_is_over_stays_over(string first, string then, bool isRefused)
    {
        var version = PolicyVersions.In(PolicyStatus.Published);
        var request = Send(Reader, version).Value;
        Result Do(string action) => action switch
        {
            "Acknowledge" => request.Acknowledge(version, version.ContentHash, Confirmed.Everything, At),
            "Cancel" => request.Cancel(PolicyVersions.Leader, At),
            "Replace" => request.Replace(PolicyVersions.Leader, At),
            _ => request.SendAgain(version, null, "other", PolicyVersions.Leader, At),
        };
        Assert.False(Do(first).IsRefused);
        var before = request.Status;

        Assert.Equal(isRefused, Do(then).IsRefused);
        Assert.True(!isRefused || request.Status == before);
    }

    [Fact]
    public void What_was_acknowledged_by_a_link_is_given_to_the_person_with_that_address_once()
    {
        var version = PolicyVersions.In(PolicyStatus.Published);
        var request = Send(Reader, version).Value;
        var nia = Person.Invite(new PersonDetails("Nia", "Parent", "NIA@example.org", Affiliation.Parent), Roles.None, PeopleActors.CommandLine, At).Value;
        var other = Person.Invite(new PersonDetails("Noah", "Other", "noah@example.org", Affiliation.Parent), Roles.None, PeopleActors.CommandLine, At).Value;
        Assert.Null(request.GiveTo(nia, false, At));
        Assert.False(request.Acknowledge(version, version.ContentHash, Confirmed.Everything, At.AddHours(1)).IsRefused);

        Assert.Null(request.GiveTo(other, false, At));
        var given = request.GiveTo(nia, false, At.AddDays(9));

        Assert.Equal((At.AddHours(1), version.ContentHash), (given!.AcknowledgedAt, given.ContentHash));
        Assert.Null(request.GiveTo(nia, false, At.AddDays(9)));
    }

    [Fact]
    public void Somebody_deactivated_gets_no_link()
    {
        var person = Support.People.Active(Roles.None, "Nia", "Parent", At);
        Assert.False(person.Deactivate("Left.", 1, PeopleActors.CommandLine, At).IsRefused);

        Assert.Equal(
            PolicyErrors.PersonDeactivated, AcknowledgementRequest.Send(Reader, PolicyVersions.In(PolicyStatus.Published), person, "hash", PolicyVersions.Leader, At).Error);
    }

    private static Result<AcknowledgementRequest> Send(AcknowledgementReader to, PolicyVersion? version = null) =>
        AcknowledgementRequest.Send(to, version ?? PolicyVersions.In(PolicyStatus.Published), null, "hash", PolicyVersions.Leader, At);
}

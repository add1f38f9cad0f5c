using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.People;

public sealed class PersonTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Manager = new(7, "Petra Manager", Roles.PortalManager);
    private static readonly PersonDetails Details = new("Ada", "Birch", "ada.birch@school.example", Affiliation.Employee);

    public enum Verb
    {
        InviteAgain,
        AcceptInvitation,
        CorrectDetails,
        ChangeRoles,
        RecordLeavingDate,
        Deactivate,
        Reactivate,
    }

    /// <summary>Every status and every action: the code of the refusal, or nothing when it is done; and the status afterwards.</summary>
    public static TheoryData<PersonStatus, Verb, string?, PersonStatus> Table => new()
    {
        { PersonStatus.Invited, Verb.InviteAgain, null, PersonStatus.Invited },
        { PersonStatus.Invited, Verb.AcceptInvitation, null, PersonStatus.Active },
        { PersonStatus.Invited, Verb.CorrectDetails, null, PersonStatus.Invited },
        { PersonStatus.Invited, Verb.ChangeRoles, null, PersonStatus.Invited },
        { PersonStatus.Invited, Verb.RecordLeavingDate, null, PersonStatus.Invited },
        { PersonStatus.Invited, Verb.Deactivate, null, PersonStatus.Deactivated },
        { PersonStatus.Invited, Verb.Reactivate, "People.NotDeactivated", PersonStatus.Invited },
        { PersonStatus.Active, Verb.InviteAgain, "People.NotInvited", PersonStatus.Active },
        { PersonStatus.Active, Verb.AcceptInvitation, "People.NotInvited", PersonStatus.Active },
        { PersonStatus.Active, Verb.CorrectDetails, null, PersonStatus.Active },
        { PersonStatus.Active, Verb.ChangeRoles, null, PersonStatus.Active },
        { PersonStatus.Active, Verb.RecordLeavingDate, null, PersonStatus.Active },
        { PersonStatus.Active, Verb.Deactivate, null, PersonStatus.Deactivated },
        { PersonStatus.Active, Verb.Reactivate, "People.NotDeactivated", PersonStatus.Active },
        { PersonStatus.Deactivated, Verb.InviteAgain, "People.NotInvited", PersonStatus.Deactivated },
        { PersonStatus.Deactivated, Verb.AcceptInvitation, "People.NotInvited", PersonStatus.Deactivated },
        { PersonStatus.Deactivated, Verb.CorrectDetails, null, PersonStatus.Deactivated },
        { PersonStatus.Deactivated, Verb.ChangeRoles, null, PersonStatus.Deactivated },
        { PersonStatus.Deactivated, Verb.RecordLeavingDate, null, PersonStatus.Deactivated },
        { PersonStatus.Deactivated, Verb.Deactivate, "People.AlreadyDeactivated", PersonStatus.Deactivated },
        { PersonStatus.Deactivated, Verb.Reactivate, null, PersonStatus.Invited },
    };

    [Fact]
    public void The_table_names_every_status_and_action_once() => Assert.Equal(
        Enum.GetValues<PersonStatus>().Length * Enum.GetValues<Verb>().Length,
        Table.Select(row => ((PersonStatus)row[0], (Verb)row[1])).Distinct().Count());

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_action_is_done_or_refused_as_the_status_says(PersonStatus status, Verb verb, string? refusal, PersonStatus after)
    {
        var person = In(status);
        var events = person.UnsavedEvents.Count;

        var result = Do(person, verb, Manager);

        Assert.Equal(refusal, result.Error?.Code);
        Assert.Equal(after, person.Status);
        Assert.Equal(refusal is null ? events + 1 : events, person.UnsavedEvents.Count);
    }

    [Trait("Clause", "STF-1")]
    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer)]
    public void Only_a_portal_manager_changes_people(Roles roles)
    {
        var somebody = new Actor(8, "Sam", roles);
        Assert.Equal(PeopleErrors.OnlyPortalManagers, Person.Invite(Details, Roles.None, somebody, At).Error);
        foreach (var verb in Enum.GetValues<Verb>().Except([Verb.AcceptInvitation]))
        {
            var person = In(verb switch { Verb.Reactivate => PersonStatus.Deactivated, Verb.InviteAgain => PersonStatus.Invited, _ => PersonStatus.Active });
            Assert.Equal(PeopleErrors.OnlyPortalManagers, Do(person, verb, somebody).Error);
        }
    }

    [Fact]
    public void The_last_active_portal_manager_keeps_role_and_access()
    {
        var last = In(PersonStatus.Active, Roles.PortalManager);
        Assert.Equal(PeopleErrors.LastPortalManager, last.ChangeRoles(Roles.SeniorLeader, 0, Manager, At).Error);
        Assert.Equal(PeopleErrors.LastPortalManager, last.Deactivate("Gone", 0, Manager, At).Error);
        Assert.Equal(Roles.PortalManager, last.Roles);

        Assert.False(last.ChangeRoles(Roles.PortalManager | Roles.SeniorLeader, 0, Manager, At).IsRefused);
        Assert.False(last.ChangeRoles(Roles.SeniorLeader, 1, Manager, At).IsRefused);
    }

    [Fact]
    public void Somebody_who_never_took_up_the_invitation_is_not_the_last_portal_manager() =>
        Assert.False(In(PersonStatus.Invited, Roles.PortalManager).Deactivate("Wrong address", 0, Manager, At).IsRefused);

    [Fact]
    public void A_forged_role_is_refused()
    {
        Assert.Equal(PeopleErrors.RoleUnknown, Person.Invite(Details, (Roles)32, Manager, At).Error);
        Assert.Equal(PeopleErrors.RoleUnknown, In(PersonStatus.Active).ChangeRoles(Roles.SeniorLeader | (Roles)64, 1, Manager, At).Error);
    }

    [Fact]
    public void Saving_what_was_there_already_is_no_event()
    {
        var person = In(PersonStatus.Active);
        person.TakeEvents();
        Assert.False(person.CorrectDetails(Details, Manager, At).IsRefused);
        Assert.False(person.ChangeRoles(Roles.None, 1, Manager, At).IsRefused);
        Assert.False(person.RecordLeavingDate(null, Manager, At).IsRefused);
        Assert.Empty(person.UnsavedEvents);
    }

    [Fact]
    public void A_correction_says_what_was_changed_and_nothing_else()
    {
        var person = In(PersonStatus.Active);
        person.TakeEvents();
        person.CorrectDetails(Details with { Surname = "Beech", EmailAddress = "Ada.Beech@school.example" }, Manager, At);

        var happened = Assert.IsType<PersonDetailsCorrected>(Assert.Single(person.UnsavedEvents));
        Assert.Equal([new Change("Surname", "Birch", "Beech"), new Change("E-mail address", "ada.birch@school.example", "Ada.Beech@school.example")], happened.Changes);
        Assert.Equal("ADA BEECH", person.NormalisedName);
        Assert.Equal("ADA.BEECH@SCHOOL.EXAMPLE", person.NormalisedEmailAddress);
    }

    [Theory]
    [InlineData("", "Birch", "a@b.example", "People.ForenameMissing")]
    [InlineData("Ada", "   ", "a@b.example", "People.SurnameMissing")]
    [InlineData("Ada", "Birch", "", "People.EmailAddressWrong")]
    [InlineData("Ada", "Birch", "ada", "People.EmailAddressWrong")]
    [InlineData("Ada", "Birch", "ada@school", "People.EmailAddressWrong")]
    [InlineData("Ada", "Birch", "a b@school.example", "People.EmailAddressWrong")]
    [InlineData("Ada", "Birch", "a@b@school.example", "People.EmailAddressWrong")]
    [InlineData("Ada", "Birch", "Ada <a@school.example>", "People.EmailAddressWrong")]
    [InlineData("Ada", "Birch", "a@school.example,b@school.example", "People.EmailAddressWrong")]
    [InlineData("Ada", "Birch", "a@school.example\r\nBcc:b@school.example", "People.EmailAddressWrong")]
    public void Details_that_cannot_be_used_are_refused(string forename, string surname, string address, string code) =>
        Assert.Equal(code, Person.Invite(new PersonDetails(forename, surname, address, Affiliation.Employee), Roles.None, Manager, At).Error?.Code);

    [Fact]
    public void The_longest_name_is_taken_and_one_character_more_is_not()
    {
        var longest = new string('n', Person.NameMaximumLength);
        Assert.False((Details with { Forename = longest, Surname = longest }).Check().IsRefused);
        Assert.Equal(PeopleErrors.NameTooLong, (Details with { Forename = longest + "n" }).Check().Error);
        Assert.Equal(PeopleErrors.NameTooLong, (Details with { Surname = longest + "n" }).Check().Error);
    }

    [Theory]
    [InlineData("2020-08-31", true)]
    [InlineData("2026-03-10", true)]
    [InlineData("2076-12-31", true)]
    [InlineData("2077-01-01", false)]
    [InlineData("1975-12-31", false)]
    public void A_leaving_date_lies_in_the_past_or_the_future_but_not_absurdly_far(string date, bool isTaken) => Assert.Equal(
        isTaken ? null : "People.LeavingDateAbsurd",
        In(PersonStatus.Active).RecordLeavingDate(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Manager, At).Error?.Code);

    [Fact]
    public void A_deactivation_needs_a_reason_of_reasonable_length()
    {
        Assert.Equal(PeopleErrors.DeactivationReasonMissing, In(PersonStatus.Active).Deactivate(" ", 1, Manager, At).Error);
        Assert.Equal(PeopleErrors.ReasonTooLong, In(PersonStatus.Active).Deactivate(new string('r', Person.ReasonMaximumLength + 1), 1, Manager, At).Error);
        Assert.False(In(PersonStatus.Active).Deactivate(new string('r', Person.ReasonMaximumLength), 1, Manager, At).IsRefused);
    }

    [Trait("Clause", "SCOPE-1")]
    [Fact]
    public void Whoever_acts_for_the_school_can_be_invited_however_they_belong_to_it() => Assert.All(
        Enum.GetValues<Affiliation>(),
        affiliation => Assert.False(Person.Invite(Details with { Affiliation = affiliation }, Roles.None, Manager, At).IsRefused));

    private static Person In(PersonStatus status, Roles roles = Roles.None)
    {
        var person = Person.Invite(Details, roles, Manager, At).Value;
        if (status is PersonStatus.Active)
        {
            Assert.False(person.AcceptInvitation(At).IsRefused);
        }

        if (status is PersonStatus.Deactivated)
        {
            Assert.False(person.Deactivate("Left", 1, Manager, At).IsRefused);
        }

        return person;
    }

    private static Result Do(Person person, Verb verb, Actor by) => verb switch
    {
        Verb.InviteAgain => person.InviteAgain(by, At),
        Verb.AcceptInvitation => person.AcceptInvitation(At),
        Verb.CorrectDetails => person.CorrectDetails(Details with { Forename = "Adele" }, by, At),
        Verb.ChangeRoles => person.ChangeRoles(Roles.Administrator, 1, by, At),
        Verb.RecordLeavingDate => person.RecordLeavingDate(new DateOnly(2026, 8, 31), by, At),
        Verb.Deactivate => person.Deactivate("Left the school", 1, by, At),
        Verb.Reactivate => person.Reactivate(by, At),
    };
}

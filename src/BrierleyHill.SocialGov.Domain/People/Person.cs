using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>
/// Somebody who acts for the school. The record owns who they are, what they may do and whether they may sign in; the password
/// and its lockout belong to ASP.NET Core Identity. Lifecycle: see <see cref="PersonStatus"/>.
/// </summary>
public sealed partial class Person : Entity
{
    /// <summary>Longest forename or surname, in characters.</summary>
    public const int NameMaximumLength = 100;

    /// <summary>Longest e-mail address, in characters (RFC 5321, section 4.5.3.1: 254 with the brackets left out).</summary>
    public const int EmailAddressMaximumLength = 254;

    /// <summary>Longest reason for a deactivation, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    /// <summary>How far a leaving date may lie from today, in years: farther off it is a slip of the keyboard.</summary>
    public const int LeavingDateYears = 50;

    /// <summary>The hour, London, at which access ends on the leaving date: the last day can be worked.</summary>
    public const int AccessEndsHour = 18;

    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "PER";

    private Person()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Forename.</summary>
    public string Forename { get; private set; } = "";

    /// <summary>Surname.</summary>
    public string Surname { get; private set; } = "";

    /// <summary>Forename and surname.</summary>
    public string FullName => $"{Forename} {Surname}";

    /// <summary>Forename and surname in capitals: what the directory's search looks through, alike on every database.</summary>
    public string NormalisedName { get; private set; } = "";

    /// <summary>Where mail goes, as it was entered.</summary>
    public string EmailAddress { get; private set; } = "";

    /// <summary>The address in capitals: nobody is invited twice under one address.</summary>
    public string NormalisedEmailAddress { get; private set; } = "";

    /// <summary>How the person belongs to the school.</summary>
    public Affiliation Affiliation { get; private set; }

    /// <summary>The roles held.</summary>
    public Roles Roles { get; private set; }

    /// <summary>Whether the person may sign in.</summary>
    public PersonStatus Status { get; private set; }

    /// <summary>The last day at the school, London, if it is known.</summary>
    public DateOnly? LeavingDate { get; private set; }

    /// <summary>When the person was first invited, UTC.</summary>
    public DateTime InvitedAt { get; private set; }

    /// <summary>The day on which it was last told that the last portal manager has left and keeps access, London.</summary>
    public DateOnly? LastHeldBackOn { get; private set; }

    /// <summary>What the person wants to hear of by e-mail in the morning summary; everything else comes at once.</summary>
    public NotificationKinds SummaryKinds { get; private set; }

    /// <summary>This person as the doer of something.</summary>
    public Actor AsActor() => new(Id, FullName, Roles);

    /// <summary>Brings an address into the form in which two are compared.</summary>
    public static string NormaliseEmailAddress(string address) => address.Trim().ToUpperInvariant();

    /// <summary>Invites somebody. Whether the address is taken is decided by the database's unique index.</summary>
    /// <param name="details">Who it is.</param>
    /// <param name="roles">The roles they will hold.</param>
    /// <param name="by">A portal manager, or the portal itself for the first one.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<Person> Invite(PersonDetails details, Roles roles, Actor by, DateTime at)
    {
        if (MayManagePeople(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (details.Check() is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        if (!roles.AreKnown())
        {
            return PeopleErrors.RoleUnknown;
        }

        var person = new Person { Roles = roles, Status = PersonStatus.Invited, InvitedAt = at };
        person.Take(details);
        person.Record(new PersonInvited(roles, by, at));
        return person;
    }

    /// <summary>Says again that the person was invited: the invitation ran out or went astray.</summary>
    public Result InviteAgain(Actor by, DateTime at)
    {
        if (MayManagePeople(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != PersonStatus.Invited)
        {
            return PeopleErrors.NotInvited;
        }

        Record(new PersonInvited(Roles, by, at));
        return Result.Done;
    }

    /// <summary>The person has opened the invitation and set a password.</summary>
    public Result AcceptInvitation(DateTime at)
    {
        if (Status != PersonStatus.Invited)
        {
            return PeopleErrors.NotInvited;
        }

        Status = PersonStatus.Active;
        Record(new InvitationAccepted(AsActor(), at));
        return Result.Done;
    }

    /// <summary>Corrects the name, the address or the affiliation.</summary>
    public Result CorrectDetails(PersonDetails details, Actor by, DateTime at)
    {
        if (MayManagePeople(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (details.Check() is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var changes = new ChangeList()
            .Value("Forename", Forename, details.Forename.Trim())
            .Value("Surname", Surname, details.Surname.Trim())
            .Value("E-mail address", EmailAddress, details.EmailAddress.Trim())
            .Value("Affiliation", Affiliation.InWords(), details.Affiliation.InWords());
        if (changes.Any)
        {
            Take(details);
            Record(new PersonDetailsCorrected(changes.Changes, by, at));
        }

        return Result.Done;
    }

    /// <summary>Gives the person exactly these roles.</summary>
    /// <param name="roles">The roles from now on.</param>
    /// <param name="otherActivePortalManagers">How many other active people hold the role of portal manager, counted in the same transaction.</param>
    /// <param name="by">A portal manager.</param>
    /// <param name="at">When, UTC.</param>
    public Result ChangeRoles(Roles roles, int otherActivePortalManagers, Actor by, DateTime at)
    {
        if (MayManagePeople(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!roles.AreKnown())
        {
            return PeopleErrors.RoleUnknown;
        }

        if (Roles.HasFlag(Roles.PortalManager) && !roles.HasFlag(Roles.PortalManager) && IsLastPortalManager(otherActivePortalManagers))
        {
            return PeopleErrors.LastPortalManager;
        }

        if (roles != Roles)
        {
            var before = Roles;
            Roles = roles;
            Record(new RolesChanged(before, roles, by, at));
        }

        return Result.Done;
    }

    /// <summary>Records, moves or takes away the leaving date. It may lie in the past: leavers are often recorded afterwards.</summary>
    public Result RecordLeavingDate(DateOnly? leavingDate, Actor by, DateTime at)
    {
        if (MayManagePeople(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (leavingDate is { } date && Math.Abs(date.Year - at.Year) > LeavingDateYears)
        {
            return PeopleErrors.LeavingDateAbsurd;
        }

        if (leavingDate != LeavingDate)
        {
            var before = LeavingDate;
            LeavingDate = leavingDate;
            Record(new LeavingDateRecorded(before, leavingDate, by, at));
        }

        return Result.Done;
    }

    /// <summary>Ends the person's access. Their sessions end with the next request they make.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="otherActivePortalManagers">How many other active people hold the role of portal manager, counted in the same transaction.</param>
    /// <param name="by">A portal manager.</param>
    /// <param name="at">When, UTC.</param>
    public Result Deactivate(string reason, int otherActivePortalManagers, Actor by, DateTime at)
    {
        if (MayManagePeople(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status == PersonStatus.Deactivated)
        {
            return PeopleErrors.AlreadyDeactivated;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return PeopleErrors.DeactivationReasonMissing;
        }

        if (reason.Trim().Length > ReasonMaximumLength)
        {
            return PeopleErrors.ReasonTooLong;
        }

        if (Roles.HasFlag(Roles.PortalManager) && IsLastPortalManager(otherActivePortalManagers))
        {
            return PeopleErrors.LastPortalManager;
        }

        Status = PersonStatus.Deactivated;
        Record(new PersonDeactivated(reason.Trim(), by, at));
        return Result.Done;
    }

    /// <summary>The instant at which access ends for somebody with this leaving date, UTC: at 6pm in London on that day.</summary>
    /// <param name="leavingDate">The last day, London.</param>
    public static DateTime AccessEndsAt(DateOnly leavingDate) =>
        LondonTime.TryToUtc(leavingDate.ToDateTime(new TimeOnly(AccessEndsHour, 0)), out var utc)
            ? utc
            : throw new InvalidOperationException("London’s clocks do not change in the evening.");

    /// <summary>
    /// Ends the person’s access because their last day is over: the portal does it by itself. The last portal manager keeps access, or
    /// nobody could let anybody in any more: then it is refused, and <see cref="HoldBack"/> says so.
    /// </summary>
    /// <param name="otherActivePortalManagers">How many other active people hold the role of portal manager, counted in the same transaction.</param>
    /// <param name="at">When, UTC.</param>
    public Result DeactivateOnLeaving(int otherActivePortalManagers, DateTime at)
    {
        if (Status == PersonStatus.Deactivated)
        {
            return PeopleErrors.AlreadyDeactivated;
        }

        if (LeavingDate is not { } lastDay || at < AccessEndsAt(lastDay))
        {
            return PeopleErrors.NotLeftYet;
        }

        if (Roles.HasFlag(Roles.PortalManager) && IsLastPortalManager(otherActivePortalManagers))
        {
            return PeopleErrors.LastPortalManager;
        }

        Status = PersonStatus.Deactivated;
        Record(new PersonDeactivated($"Their last day was {LondonTime.DisplayDate(lastDay)}.", PeopleActors.Leaving, at));
        return Result.Done;
    }

    /// <summary>
    /// Says that the last portal manager has left and keeps access until somebody else is one: once a day, on the day itself when access
    /// would have ended, afterwards in the morning.
    /// </summary>
    /// <param name="at">When, UTC.</param>
    public Result HoldBack(DateTime at)
    {
        var today = LondonTime.DateOf(at);
        if (LeavingDate is not { } lastDay || at < AccessEndsAt(lastDay)
            || LastHeldBackOn >= today
            || LondonTime.ToLocal(at).Hour < ReminderSchedule.EarliestHour)
        {
            return PeopleErrors.NotLeftYet;
        }

        LastHeldBackOn = today;
        Record(new LastPortalManagerKept(lastDay, PeopleActors.Leaving, at));
        return Result.Done;
    }

    /// <summary>
    /// Lets a deactivated person back in, by a new invitation: they set a new password. A leaving date that has passed is taken away with
    /// it: they are back, and the portal would end their access again.
    /// </summary>
    public Result Reactivate(Actor by, DateTime at)
    {
        if (MayManagePeople(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != PersonStatus.Deactivated)
        {
            return PeopleErrors.NotDeactivated;
        }

        Status = PersonStatus.Invited;
        Record(new PersonReactivated(by, at));
        if (LeavingDate is { } left && at >= AccessEndsAt(left))
        {
            LeavingDate = null;
            Record(new LeavingDateRecorded(left, null, by, at));
        }

        return Result.Done;
    }

    /// <summary>
    /// Chooses what comes by e-mail in the morning summary, and what at once. Escalations are of no kind and always come at once. Lines
    /// that wait already go with the next summary, whatever is chosen now.
    /// </summary>
    /// <param name="kinds">The kinds for the summary; every other comes at once.</param>
    /// <param name="by">The person themselves: nobody delays another's e-mail.</param>
    /// <param name="at">When, UTC.</param>
    public Result ChooseSummary(NotificationKinds kinds, Actor by, DateTime at)
    {
        if (!by.Is(Id))
        {
            return PeopleErrors.OnlyTheirOwnSummary;
        }

        if ((kinds & ~SummaryChoices.All) != NotificationKinds.None)
        {
            return PeopleErrors.SummaryKindUnknown;
        }

        if (kinds != SummaryKinds)
        {
            var before = SummaryKinds;
            SummaryKinds = kinds;
            Record(new MorningSummaryChosen(before, kinds, by, at));
        }

        return Result.Done;
    }

    private static Result MayManagePeople(Actor by) =>
        by.Holds(Roles.PortalManager) || by == PeopleActors.CommandLine ? Result.Done : PeopleErrors.OnlyPortalManagers;

    private bool IsLastPortalManager(int otherActivePortalManagers) =>
        Status == PersonStatus.Active && otherActivePortalManagers == 0;

    private void Take(PersonDetails details)
    {
        Forename = details.Forename.Trim();
        Surname = details.Surname.Trim();
        NormalisedName = FullName.ToUpperInvariant();
        EmailAddress = details.EmailAddress.Trim();
        NormalisedEmailAddress = NormaliseEmailAddress(details.EmailAddress);
        Affiliation = details.Affiliation;
    }
}

/// <summary>Who a person is.</summary>
/// <param name="Forename">Forename.</param>
/// <param name="Surname">Surname.</param>
/// <param name="EmailAddress">Where mail goes.</param>
/// <param name="Affiliation">How they belong to the school.</param>
public sealed partial record PersonDetails(string Forename, string Surname, string EmailAddress, Affiliation Affiliation)
{
    /// <summary>Refuses what is missing, too long or not an address.</summary>
    public Result Check()
    {
        if (string.IsNullOrWhiteSpace(Forename))
        {
            return PeopleErrors.ForenameMissing;
        }

        if (string.IsNullOrWhiteSpace(Surname))
        {
            return PeopleErrors.SurnameMissing;
        }

        if (Forename.Trim().Length > Person.NameMaximumLength || Surname.Trim().Length > Person.NameMaximumLength)
        {
            return PeopleErrors.NameTooLong;
        }

        var address = EmailAddress?.Trim() ?? "";
        return address.Length > Person.EmailAddressMaximumLength || !AddressShape().IsMatch(address) || !Enum.IsDefined(Affiliation)
            ? PeopleErrors.EmailAddressWrong
            : Result.Done;
    }

    // Deliberately narrow: one @, something with a dot behind it, no spaces, brackets, quotes, commas or control characters.
    // Whether mail arrives is shown by the invitation, not by a cleverer pattern.
    [GeneratedRegex(@"^[^\s@<>()\[\],;:\\""\p{C}]+@[^\s@<>()\[\],;:\\""\p{C}]+\.[^\s@<>()\[\],;:\\""\p{C}.]+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AddressShape();
}

/// <summary>The doers of things to people who are not people themselves.</summary>
public static class PeopleActors
{
    /// <summary>Whoever has the command line of the server: they make the first portal manager.</summary>
    public static Actor CommandLine { get; } = Actor.Portal("Command line");

    /// <summary>The portal itself, when somebody’s last day is over.</summary>
    public static Actor Leaving { get; } = Actor.Portal("Leaving");
}

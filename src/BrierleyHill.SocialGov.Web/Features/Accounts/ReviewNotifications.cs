using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Whom reviews and verifications concern, and how they are told.</summary>
public sealed class ReviewTelling(EmailOutbox outbox)
{
    /// <summary>Tells people in the portal and by e-mail, each once.</summary>
    public void Tell(SocialGovDbContext database, IEnumerable<Person> people, SocialMediaAccount about, string text, EmailText email, DateTime at)
    {
        foreach (var person in people.DistinctBy(person => person.Id))
        {
            database.Notifications.Add(new Notification(person.Id, about.Reference, text, email.Path, at, NotificationKinds.Accounts));
            outbox.Queue(database, person, email, at);
        }
    }

    /// <summary>The administrators of the account who can sign in, and the administrators by role.</summary>
    public async Task<List<Person>> AdministratorsAsync(SocialGovDbContext database, SocialMediaAccount account, DateTime at, CancellationToken cancellationToken)
    {
        int[] own = [.. account.CurrentAdministrators(await database.LoadDirectoryAsync(cancellationToken), LondonTime.DateOf(at))];
        return
        [
            .. await database.People.AsNoTracking().Where(person => own.Contains(person.Id)).OrderBy(person => person.Id).ToListAsync(cancellationToken),
            .. await database.LoadActiveAsync(Roles.Administrator, cancellationToken),
        ];
    }

    /// <summary>The senior leaders who may review it; all of them where each looks after it, so that one of them hands it on.</summary>
    public async Task<List<Person>> ReviewersAsync(SocialGovDbContext database, SocialMediaAccount account, CancellationToken cancellationToken)
    {
        var leaders = await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken);
        var others = leaders.FindAll(leader => account.RoleOf(leader.Id) is null);
        return others.Count > 0 ? others : leaders;
    }
}

/// <summary>Those who look after an account hear how its review ended; of changes and a closure the administrators by role too.</summary>
public sealed class TellOfAccountReview(ReviewTelling telling) : EventRule<SocialMediaAccount, AccountReviewed>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountReviewed happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var people = await database.LoadActiveAssignedAsync(record, cancellationToken);
        if (happened.Outcome != ReviewOutcome.Keep)
        {
            people.AddRange(await telling.AdministratorsAsync(database, record, happened.At, cancellationToken));
        }

        telling.Tell(
            database,
            people,
            record,
            happened.Outcome switch
            {
                ReviewOutcome.Keep => $"The account {record.Reference} has been reviewed and goes on as it is.",
                ReviewOutcome.Change => $"The account {record.Reference} has been reviewed: something has to be changed.",
                ReviewOutcome.Close => $"The account {record.Reference} has been reviewed and is to be closed.",
            },
            ReviewEmails.Reviewed(record.Reference, $"/accounts/{record.Id}/reviews"),
            happened.At);
    }
}

/// <summary>What is not as it should be goes to the administrators and the senior leaders at once; whoever found it knows.</summary>
public sealed class TellOfFindings(ReviewTelling telling) : EventRule<SocialMediaAccount, AccountVerified>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountVerified happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (!happened.HasFindings)
        {
            return;
        }

        Person[] people =
        [
            .. await telling.AdministratorsAsync(database, record, happened.At, cancellationToken),
            .. await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken),
        ];
        telling.Tell(
            database,
            people.Where(person => !happened.By.Is(person.Id)),
            record,
            $"The account {record.Reference} was verified, and something is not as it should be.",
            ReviewEmails.Findings(record.Reference, $"/accounts/{record.Id}/reviews"),
            happened.At);
    }
}

/// <summary>Those who look after the account hear that the changes are recorded as made.</summary>
public sealed class TellOfReviewChanges(ReviewTelling telling) : EventRule<SocialMediaAccount, ReviewChangesMade>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, ReviewChangesMade happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await database.LoadActiveAssignedAsync(record, cancellationToken),
            record,
            $"The changes that the review of {record.Reference} asked for are recorded as made.",
            ReviewEmails.ChangesMade(record.Reference, $"/accounts/{record.Id}/reviews"),
            happened.At);
}

/// <summary>The senior leaders are reminded of the review.</summary>
public sealed class TellOfReviewDue(ReviewTelling telling) : EventRule<SocialMediaAccount, AccountReviewReminded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountReviewReminded happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.ReviewersAsync(database, record, cancellationToken),
            record,
            $"The review of the account {record.Reference} is {ReviewEmails.Due(happened.DaysLeft)}.",
            ReviewEmails.ReviewDue(record.Reference, $"/accounts/{record.Id}/review", happened.DaysLeft < 0),
            happened.At);
}

/// <summary>The administrators are reminded of the verification.</summary>
public sealed class TellOfVerificationDue(ReviewTelling telling) : EventRule<SocialMediaAccount, AccountVerificationReminded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        SocialMediaAccount record, AccountVerificationReminded happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.AdministratorsAsync(database, record, happened.At, cancellationToken),
            record,
            $"The verification of the account {record.Reference} is {ReviewEmails.Due(happened.DaysLeft)}.",
            ReviewEmails.VerificationDue(record.Reference, $"/accounts/{record.Id}/verify", happened.DaysLeft < 0),
            happened.At);
}

/// <summary>The e-mails about reviews and verifications: what kind of thing waits, its reference and a link.</summary>
public static class ReviewEmails
{
    /// <summary>How near it is, in words.</summary>
    public static string Due(int daysLeft) => daysLeft switch
    {
        < 0 => "overdue",
        0 => "due today",
        1 => "due tomorrow",
        _ => $"due in {daysLeft} days",
    };

    /// <summary>To those who look after it: it was reviewed.</summary>
    public static EmailText Reviewed(string reference, string path) => new(
        $"{reference}: the account has been reviewed",
        [$"A senior leader has reviewed the account {reference}.", "See how the review ended here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To those who look after it: the changes are made.</summary>
    public static EmailText ChangesMade(string reference, string path) => new(
        $"{reference}: the changes are recorded as made",
        [$"A senior leader has recorded what became of the changes that the review of the account {reference} asked for.", "See it here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To administrators and leaders: something is not as it should be.</summary>
    public static EmailText Findings(string reference, string path) => new(
        $"{reference}: something is not as it should be",
        [$"The account {reference} has been verified on its platform, and something is not as it should be.", "See what was found here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To leaders: review it.</summary>
    public static EmailText ReviewDue(string reference, string path, bool isOverdue) => new(
        isOverdue ? $"{reference}: the review is overdue" : $"{reference}: the review is due soon",
        [isOverdue ? $"The yearly review of the account {reference} is overdue." : $"The yearly review of the account {reference} is due soon.", "Review it here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To administrators: verify it.</summary>
    public static EmailText VerificationDue(string reference, string path, bool isOverdue) => new(
        isOverdue ? $"{reference}: the verification is overdue" : $"{reference}: the verification is due soon",
        [isOverdue ? $"The account {reference} should have been verified on its platform by now." : $"The account {reference} is to be verified on its platform soon.", "Verify it here:"],
        path,
        NotificationKinds.Accounts);
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Training;

/// <summary>Whom a course is for.</summary>
public enum TrainingAudience
{
    /// <summary>Everybody who acts for the school online. Who attended is kept by person.</summary>
    [Display(Name = "Staff", Description = "Everybody who acts for the school online, also volunteers, governors and parents who run an account. The portal keeps who attended")]
    Staff,

    /// <summary>The school's education programme for pupils (clause PUP-1). No child is named.</summary>
    [Display(Name = "Pupils", Description = "Part of the school’s education programme. The portal keeps what was covered and how many came, and names no child")]
    Pupils,

    /// <summary>The school's education programme for parents and carers (clause PAR-1). Nobody is named.</summary>
    [Display(Name = "Parents and carers", Description = "Part of the school’s education programme. The portal keeps what was covered and how many came")]
    ParentsAndCarers,
}

/// <summary>Lifecycle of a course: <c>Open ⇄ Ended</c>. While it is ended, no session is planned and it is not needed to run an account.</summary>
public enum CourseStatus
{
    /// <summary>It is held.</summary>
    [Display(Name = "Open")]
    Open,

    /// <summary>It is not held any more. What was attended stays on record.</summary>
    [Display(Name = "Ended")]
    Ended,
}

/// <summary>What a course is, as it is typed.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it teaches, and whom.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="IsNeededToRunAccounts">For staff: whether everybody who runs an account must have attended it.</param>
/// <param name="ValidityMonths">For staff: for how many months an attendance counts; <see langword="null"/> where it does not run out.</param>
public sealed record CourseDetails(string? Title, string? Description, TrainingAudience? Audience, bool IsNeededToRunAccounts, int? ValidityMonths);

/// <summary>
/// A course that the school holds (clauses SLT-1, SLT-7, STF-2, PUP-1, PAR-1). It says whom it is for, whether an account may be run
/// without it, and how long an attendance counts. Lifecycle: see <see cref="CourseStatus"/>.
/// </summary>
public sealed class TrainingCourse : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "TRN";

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaximumLength = 100;

    /// <summary>Longest description, in characters.</summary>
    public const int DescriptionMaximumLength = 2000;

    /// <summary>The shortest time for which an attendance can count, in months.</summary>
    public const int FewestMonths = 1;

    /// <summary>The longest time for which an attendance can count, in months, where it runs out at all.</summary>
    public const int MostMonths = 60;

    private TrainingCourse()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it teaches.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Whom it is for. It never changes: the sessions of staff keep other things than those of a programme.</summary>
    public TrainingAudience Audience { get; private set; }

    /// <summary>Whether everybody who runs an account must have attended it (clause SLT-7).</summary>
    public bool IsNeededToRunAccounts { get; private set; }

    /// <summary>For how many months an attendance counts; <see langword="null"/> where it does not run out.</summary>
    public int? ValidityMonths { get; private set; }

    /// <summary>Where it stands.</summary>
    public CourseStatus Status { get; private set; }

    /// <summary>When it was set up, UTC.</summary>
    public DateTime SetUpAt { get; private set; }

    /// <summary>Whether it counts towards readiness now: an ended course does not.</summary>
    public bool CountsForReadiness => IsNeededToRunAccounts && Status == CourseStatus.Open;

    /// <summary>How long an attendance counts, in words.</summary>
    public string ValidityInWords => ValidityMonths switch
    {
        null => "Does not run out",
        1 => "1 month",
        { } months => string.Create(CultureInfo.InvariantCulture, $"{months} months"),
    };

    /// <summary>Whether this person may set up courses and plan sessions: senior leaders and administrators.</summary>
    public static Result CheckMayKeep(Actor by) =>
        by.Holds(Roles.SeniorLeader) || by.Holds(Roles.Administrator) ? Result.Done : TrainingErrors.OnlyKeepers;

    /// <summary>Sets up a course.</summary>
    /// <param name="details">What it is.</param>
    /// <param name="by">A senior leader or administrator.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<TrainingCourse> SetUp(CourseDetails details, Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var course = new TrainingCourse { Status = CourseStatus.Open, SetUpAt = at };
        if (course.Check(details, out var title, out var description) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        course.Audience = details.Audience!.Value;
        var changes = course.Take(details, title, description);
        course.Record(new TrainingCourseSetUp(course.Audience, changes.Changes, by, at));
        return course;
    }

    /// <summary>
    /// Changes a course. How long it counts holds for attendances that are recorded from now on; those on record keep the day until
    /// which they count.
    /// </summary>
    public Result Edit(CourseDetails details, Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        // The form shows whom the course is for and does not ask again.
        if (details.Audience is { } audience && audience != Audience)
        {
            return TrainingErrors.AudienceFixed;
        }

        var same = details with { Audience = Audience };
        if (Check(same, out var title, out var description) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var changes = Take(same, title, description);
        if (changes.Any)
        {
            Record(new TrainingCourseChanged(changes.Changes, by, at));
        }

        return Result.Done;
    }

    /// <summary>Ends the course: no session is planned any more, and nobody needs it to run an account.</summary>
    public Result End(Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status == CourseStatus.Ended)
        {
            return TrainingErrors.CourseEnded;
        }

        Status = CourseStatus.Ended;
        Record(new TrainingCourseEnded(by, at));
        return Result.Done;
    }

    /// <summary>Opens an ended course again.</summary>
    public Result Reopen(Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status == CourseStatus.Open)
        {
            return TrainingErrors.CourseOpen;
        }

        Status = CourseStatus.Open;
        Record(new TrainingCourseReopened(by, at));
        return Result.Done;
    }

    /// <summary>The last day on which an attendance counts, London: the same day so many months on, or the last day of a shorter month; <see langword="null"/> where it does not run out.</summary>
    /// <param name="attendedOn">The day of the attendance, London.</param>
    public DateOnly? ValidUntil(DateOnly attendedOn) => ValidityMonths is { } months ? attendedOn.AddMonths(months) : null;

    private Result Check(CourseDetails details, out string title, out string description)
    {
        title = PlainText.CleanLine(details.Title);
        description = PlainText.Clean(details.Description);
        if (title.Length == 0)
        {
            return TrainingErrors.TitleMissing;
        }

        if (title.Length > TitleMaximumLength)
        {
            return TrainingErrors.TooLong(nameof(Title), "title", TitleMaximumLength);
        }

        if (description.Length > DescriptionMaximumLength)
        {
            return TrainingErrors.TooLong(nameof(Description), "description", DescriptionMaximumLength);
        }

        if (details.Audience is not { } audience || !Enum.IsDefined(audience))
        {
            return TrainingErrors.AudienceMissing;
        }

        return audience == TrainingAudience.Staff && details.ValidityMonths is < FewestMonths or > MostMonths
            ? TrainingErrors.ValidityWrong
            : Result.Done;
    }

    // What concerns persons means nothing in a programme for pupils or parents.
    private ChangeList Take(CourseDetails details, string title, string description)
    {
        var isForStaff = details.Audience == TrainingAudience.Staff;
        var (needed, months) = (isForStaff && details.IsNeededToRunAccounts, isForStaff ? details.ValidityMonths : null);
        var before = (Needed: IsNeededToRunAccounts, Validity: ValidityInWords);
        var isNew = Title.Length == 0;
        var changes = new ChangeList().Value("Title", isNew ? null : Title, title).Text("Description", Description, description);
        (Title, Description, IsNeededToRunAccounts, ValidityMonths) = (title, description, needed, months);
        return isForStaff
            ? changes
                .Value("Needed to run accounts", isNew ? null : InWords(before.Needed), InWords(needed))
                .Value("Counts for", isNew ? null : before.Validity, ValidityInWords)
            : changes;
    }

    private static string InWords(bool yes) => yes ? "Yes" : "No";
}

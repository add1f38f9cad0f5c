using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;

namespace BrierleyHill.SocialGov.Domain.Readiness;

/// <summary>What a person must be to run an account (clauses SLT-7, STF-1).</summary>
public enum ReadinessPartKind
{
    /// <summary>Can sign in, and has not left.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Active")]
    Active,

    /// <summary>Has acknowledged the policy as it is in force.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Policy acknowledged")]
    Acknowledged,

    /// <summary>Has training in date.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Trained")]
    Trained,
}

/// <summary>One part of a person's readiness.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="IsMet">Whether it is there.</param>
/// <param name="Since">Since when, London, where a date is known.</param>
/// <param name="Until">The last day on which it holds, London, where it runs out.</param>
/// <param name="Standing">How it stands, in a few words with its date.</param>
/// <param name="ToDo">What to do about it, in a sentence; <see langword="null"/> where nothing is to be done.</param>
public sealed record ReadinessPart(ReadinessPartKind Kind, bool IsMet, DateOnly? Since, DateOnly? Until, string Standing, string? ToDo);

/// <summary>
/// Whether a person is ready to run an account: active, has acknowledged the policy in force, and is trained. All three, or not
/// ready. It is worked out anew each time somebody asks and never stored, so it cannot go stale.
/// </summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Active">Active.</param>
/// <param name="Acknowledged">Policy acknowledged.</param>
/// <param name="Trained">Trained.</param>
public sealed record PersonReadiness(int PersonId, ReadinessPart Active, ReadinessPart Acknowledged, ReadinessPart Trained)
{
    /// <summary>Whether all three parts are there.</summary>
    public bool IsReady => Active.IsMet && Acknowledged.IsMet && Trained.IsMet;

    /// <summary>The three parts, in the order in which they are shown.</summary>
    public IReadOnlyList<ReadinessPart> Parts => [Active, Acknowledged, Trained];

    /// <summary>The parts that are missing.</summary>
    public IEnumerable<ReadinessPart> Missing => Parts.Where(part => !part.IsMet);
}

/// <summary>A version of the policy that was published.</summary>
/// <param name="Number">Its number: later versions have greater ones.</param>
/// <param name="IsMaterial">Whether everybody was asked to acknowledge it. The first version always counts as material.</param>
/// <param name="PublishedAt">When, UTC.</param>
public sealed record PublishedPolicy(int Number, bool IsMaterial, DateTime PublishedAt);

/// <summary>That a person acknowledged a version of the policy.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Number">Which version.</param>
/// <param name="At">When, UTC.</param>
public sealed record AcknowledgedPolicy(int PersonId, int Number, DateTime At);

/// <summary>A course that everybody who runs an account must have attended.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its title.</param>
public sealed record NeededCourse(int Id, string Title);

/// <summary>That a person attended a course.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="CourseId">Which course.</param>
/// <param name="AttendedOn">On which day, London.</param>
/// <param name="ValidUntil">The last day on which it counts, London; <see langword="null"/> where it does not run out.</param>
public sealed record AttendedCourse(int PersonId, int CourseId, DateOnly AttendedOn, DateOnly? ValidUntil);

/// <summary>What readiness is worked out from, for everybody at once. Loaded in a handful of queries, whatever the number of people.</summary>
public sealed class ReadinessFacts
{
    private readonly IReadOnlyList<PublishedPolicy> _policies;
    private readonly ILookup<int, AcknowledgedPolicy> _acknowledgements;
    private readonly IReadOnlyList<NeededCourse> _courses;
    private readonly ILookup<int, AttendedCourse> _attendances;

    /// <summary>Takes the facts.</summary>
    /// <param name="policies">Every version that was ever published.</param>
    /// <param name="acknowledgements">Every acknowledgement.</param>
    /// <param name="courses">The courses that are needed to run an account.</param>
    /// <param name="attendances">Every attendance of those courses.</param>
    public ReadinessFacts(
        IEnumerable<PublishedPolicy> policies,
        IEnumerable<AcknowledgedPolicy> acknowledgements,
        IEnumerable<NeededCourse> courses,
        IEnumerable<AttendedCourse> attendances)
    {
        _policies = [.. policies.OrderBy(policy => policy.Number)];
        _acknowledgements = acknowledgements.ToLookup(acknowledged => acknowledged.PersonId);
        _courses = [.. courses.OrderBy(course => course.Title, StringComparer.Ordinal).ThenBy(course => course.Id)];
        _attendances = attendances.ToLookup(attended => attended.PersonId);
    }

    /// <summary>Whether a course is set up that is needed to run an account.</summary>
    public bool IsCourseSetUp => _courses.Count > 0;

    /// <summary>Whether a policy is published at an instant.</summary>
    /// <param name="at">The instant, UTC.</param>
    public bool IsPolicyPublished(DateTime at) => _policies.Any(policy => policy.PublishedAt <= at);

    /// <summary>How ready a person is at an instant. It fails closed: where no policy is published or no course is set up, nobody is ready.</summary>
    /// <param name="person">Who, as the directory has them.</param>
    /// <param name="at">The instant, UTC.</param>
    public PersonReadiness Of(DirectoryPerson person, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        return new PersonReadiness(person.Id, ActiveOf(person, today), AcknowledgedOf(person.Id, at), TrainedOf(person.Id, today));
    }

    private static ReadinessPart ActiveOf(DirectoryPerson person, DateOnly today)
    {
        if (person.LeavingDate is { } left && left < today)
        {
            return new ReadinessPart(ReadinessPartKind.Active, false, null, left, $"Left on {LondonTime.DisplayDate(left)}", "Name somebody else.");
        }

        return person.Status switch
        {
            PersonStatus.Active => new ReadinessPart(
                ReadinessPartKind.Active,
                true,
                null,
                person.LeavingDate,
                person.LeavingDate is { } leaves ? $"Active, leaves on {LondonTime.DisplayDate(leaves)}" : "Active",
                null),
            PersonStatus.Invited => new ReadinessPart(
                ReadinessPartKind.Active, false, null, null, "Invited, has not signed in yet", "Ask them to take up the invitation in their e-mail."),
            PersonStatus.Deactivated => new ReadinessPart(
                ReadinessPartKind.Active, false, null, null, "Deactivated", "Name somebody else, or ask a portal manager to let them back in."),
        };
    }

    private ReadinessPart AcknowledgedOf(int personId, DateTime at)
    {
        PublishedPolicy? asked = null;
        foreach (var policy in _policies.Where(policy => policy.PublishedAt <= at))
        {
            if (asked is null || policy.IsMaterial)
            {
                asked = policy;
            }
        }

        if (asked is null)
        {
            return new ReadinessPart(
                ReadinessPartKind.Acknowledged, false, null, null, "No policy is published", "A senior leader has to publish the policy first.");
        }

        var own = _acknowledgements[personId].Where(acknowledged => acknowledged.At <= at).OrderByDescending(acknowledged => acknowledged.Number).FirstOrDefault();
        if (own is null)
        {
            return new ReadinessPart(
                ReadinessPartKind.Acknowledged, false, null, null, "Has never acknowledged the policy", "Ask them to read and acknowledge the policy.");
        }

        var on = LondonTime.DateOf(own.At);
        return own.Number >= asked.Number
            ? new ReadinessPart(ReadinessPartKind.Acknowledged, true, on, null, $"Version {own.Number} on {LondonTime.DisplayDate(on)}", null)
            : new ReadinessPart(
                ReadinessPartKind.Acknowledged,
                false,
                null,
                null,
                $"Only version {own.Number}, on {LondonTime.DisplayDate(on)}",
                $"Ask them to read and acknowledge version {asked.Number} of the policy.");
    }

    private ReadinessPart TrainedOf(int personId, DateOnly today)
    {
        if (_courses.Count == 0)
        {
            return new ReadinessPart(
                ReadinessPartKind.Trained, false, null, null, "No course is set up", "A senior leader or administrator has to set up the course that is needed to run an account.");
        }

        DateOnly? since = null;
        DateOnly? until = null;
        foreach (var course in _courses)
        {
            var own = _attendances[personId].Where(attended => attended.CourseId == course.Id && attended.AttendedOn <= today).ToList();
            if (own.Count == 0)
            {
                return new ReadinessPart(
                    ReadinessPartKind.Trained, false, null, null, $"Has not attended {course.Title}", $"Book them on a session of {course.Title}.");
            }

            var best = own.MaxBy(attended => (attended.ValidUntil ?? DateOnly.MaxValue, attended.AttendedOn))!;
            if (best.ValidUntil is { } ended && ended < today)
            {
                return new ReadinessPart(
                    ReadinessPartKind.Trained,
                    false,
                    null,
                    ended,
                    $"{course.Title} ran out on {LondonTime.DisplayDate(ended)}",
                    $"Book them on a session or refresher of {course.Title}.");
            }

            since = since is null || best.AttendedOn > since ? best.AttendedOn : since;
            until = best.ValidUntil is { } last && (until is null || last < until) ? last : until;
        }

        var standing = until is { } end
            ? $"On {LondonTime.DisplayDate(since!.Value)}, in date until {LondonTime.DisplayDate(end)}"
            : $"On {LondonTime.DisplayDate(since!.Value)}";
        return new ReadinessPart(ReadinessPartKind.Trained, true, since, until, standing, null);
    }
}

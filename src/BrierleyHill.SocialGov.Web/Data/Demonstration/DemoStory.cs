using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// The story that the demonstration data tells. Each feature adds its steps; they are told in order of time, whichever feature
/// they are of, so that the audit reads as it would have been written.
/// </summary>
/// <param name="database">The database, empty of people.</param>
/// <param name="today">Today, London: the story ends here.</param>
public sealed class DemoStory(SocialGovDbContext database, DateOnly today)
{
    private readonly Dictionary<string, Person> _people = [];
    private readonly List<(DateTime At, Func<Task> Tell)> _steps = [];

    /// <summary>The database.</summary>
    public SocialGovDbContext Database => database;

    /// <summary>Today, London.</summary>
    public DateOnly Today => today;

    /// <summary>Adds a step. What it changed is saved when it has been told.</summary>
    public void Step(DateTime at, Func<Task> tell) => _steps.Add((at, tell));

    /// <inheritdoc cref="Step(DateTime, Func{Task})" />
    public void Step(DateTime at, Action tell) => Step(at, () =>
    {
        tell();
        return Task.CompletedTask;
    });

    /// <summary>Tells every step, oldest first; of two at the same time the one that was added first.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, tell) in _steps.OrderBy(step => step.At))
        {
            await tell();
            await database.SaveChangesAsync(cancellationToken);
            ForgetWhatIsNotToldOn();
        }
    }

    // No later step goes on with a line of the audit, a notification or an e-mail. Tracked on, there would be thousands of them to compare with each save.
    private void ForgetWhatIsNotToldOn()
    {
        foreach (var entry in database.ChangeTracker.Entries().Where(entry => entry.Entity is AuditEvent or Notification or OutgoingEmail or SummaryLine).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>Brings a person into the story.</summary>
    public void Add(Person person)
    {
        database.People.Add(person);
        _people.Add(person.Surname, person);
    }

    /// <summary>Whether the person has come into the story by now.</summary>
    public bool Knows(string surname) => _people.ContainsKey(surname);

    /// <summary>The person, tracked. Ask within a step: before its time nobody is there.</summary>
    public Person Person(string surname) => _people[surname];

    /// <summary>The person as the doer of something.</summary>
    public Actor By(string surname) => Person(surname).AsActor();

    /// <summary>Everybody the school knows by now.</summary>
    public PeopleDirectory Directory() => new(_people.Values.Where(person => person.Id > 0).Select(person =>
        new DirectoryPerson(person.Id, person.Forename, person.Surname, person.Status, person.LeavingDate)));

    /// <summary>So many working days ago: two steps of the story never change places over a weekend or the Christmas holidays.</summary>
    public DateOnly DayBefore(int workingDays)
    {
        var day = today;
        for (var left = workingDays; left > 0; left--)
        {
            do
            {
                day = day.AddDays(-1);
            }
            while (!WorkingCalendar.EnglandAndWales.IsWorkingDay(day));
        }

        return day;
    }

    /// <summary>A time of day in London, so many working days ago, as an instant, UTC.</summary>
    /// <exception cref="InvalidOperationException">There is no such time on that day.</exception>
    public DateTime At(int workingDaysAgo, int hour, int minute) =>
        LondonTime.TryToUtc(DayBefore(workingDaysAgo).ToDateTime(new TimeOnly(hour, minute)), out var utc)
            ? utc
            : throw new InvalidOperationException("The story has a time that does not exist.");

    /// <summary>Expects that the step kept the rules.</summary>
    /// <exception cref="InvalidOperationException">It did not: the story has to be told otherwise.</exception>
    public static void Done(Result result)
    {
        if (result.IsRefused)
        {
            throw new InvalidOperationException($"The demonstration data breaks a rule: {result.Error.Code}.");
        }
    }

    /// <inheritdoc cref="Done(Result)" />
    public static T Done<T>(Result<T> result) =>
        result.IsRefused ? throw new InvalidOperationException($"The demonstration data breaks a rule: {result.Error.Code}.") : result.Value;

    /// <summary>The impact assessment with this title, if it has been begun by now.</summary>
    public int? AssessmentNamed(string title) => database.ImpactAssessments.Local.FirstOrDefault(assessment => assessment.Title == title)?.Id;
}

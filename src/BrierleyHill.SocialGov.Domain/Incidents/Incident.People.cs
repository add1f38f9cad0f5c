using System.Globalization;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <content>Who is involved, and the chronology by hand.</content>
public sealed partial class Incident
{
    // "van" and "der" are no name by themselves.
    private const int ShortestPartOfSurname = 4;

    /// <summary>Names somebody who is involved. Whoever is said to have done it loses sight of it from the same save on.</summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Somebody to whom the whole incident is open.</param>
    /// <param name="at">When, UTC.</param>
    public Result NamePerson(InvolvedPersonAnswers answers, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(directory);
        if (CheckNotOver() is { IsRefused: true } over)
        {
            return over;
        }

        if (_involved.Count >= MostPeople)
        {
            return IncidentErrors.TooManyPeople;
        }

        var read = ReadInvolved(answers, directory, by, isReport: false);
        if (read.IsRefused)
        {
            return read.Error;
        }

        var person = read.Value;
        _involved.Add(person);
        Record(new IncidentPersonNamed(Id, person.Number, person.Type, person.Role, NameOf(person, directory), by, at));
        ReleaseWhoeverIsConcerned(directory, by, at);
        return Result.Done;
    }

    /// <summary>Takes somebody off those involved: it was a mistake. Whoever was said to have done it can see the incident again, where their roles let them.</summary>
    /// <param name="number">The person's number within the incident.</param>
    /// <param name="because">Why.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Somebody to whom the whole incident is open.</param>
    /// <param name="at">When, UTC.</param>
    public Result TakePersonOff(int number, string? because, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (CheckNotOver() is { IsRefused: true } over)
        {
            return over;
        }

        if (_involved.Find(person => person.Number == number) is not { } found)
        {
            return IncidentErrors.NotInvolved;
        }

        if (ReasonOf(because, IncidentErrors.ReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        _involved.Remove(found);
        Record(new IncidentPersonTakenOff(Id, number, found.Type, found.Role, NameOf(found, directory), why, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Writes an entry into the chronology by hand. It changes nothing of the incident itself, so two people can write at the same moment.
    /// </summary>
    /// <param name="kind">What kind of entry.</param>
    /// <param name="happenedAt">When it happened, UTC: it stands in its place, and shows when it was written.</param>
    /// <param name="text">What it says.</param>
    /// <param name="corrects">The entry that it corrects, of this incident; <see langword="null"/> where it corrects none.</param>
    /// <param name="by">Somebody to whom the whole incident is open.</param>
    /// <param name="at">When it is written, UTC.</param>
    public Result AddToChronology(ChronologyKind? kind, DateTime happenedAt, string? text, ChronologyEntry? corrects, Actor by, DateTime at)
    {
        if (CheckNotOver() is { IsRefused: true } over)
        {
            return over;
        }

        if (kind is not { } of || !ChronologyEntry.IsByHand(of))
        {
            return IncidentErrors.EntryKindMissing;
        }

        var words = PlainText.Clean(text);
        if (words.Length == 0)
        {
            return IncidentErrors.EntryTextMissing;
        }

        if (words.Length > ChronologyEntry.TextMaximumLength)
        {
            return IncidentErrors.EntryTextTooLong;
        }

        if (happenedAt > at)
        {
            return IncidentErrors.HappenedInFuture;
        }

        if (corrects is not null && corrects.IncidentId != Id)
        {
            return IncidentErrors.EntryUnknown;
        }

        Record(new ChronologyEntryAdded(Id, of, happenedAt, words, corrects?.Number, by, at));
        return Result.Done;
    }

    /// <summary>How somebody who is involved is called.</summary>
    public static string NameOf(InvolvedPerson person, PeopleDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(directory);
        return person.PersonId is { } id ? directory.NameOf(id) : person.Name;
    }

    private Result TakeInvolved(IReadOnlyList<InvolvedPersonAnswers> people, PeopleDirectory directory, Actor by)
    {
        ArgumentNullException.ThrowIfNull(people);
        for (var index = 0; index < people.Count; index++)
        {
            if (_involved.Count >= MostPeople)
            {
                return IncidentErrors.TooManyPeople;
            }

            var read = ReadInvolved(people[index], directory, by, isReport: true);
            if (read.IsRefused)
            {
                return read.Error with { Field = string.Create(CultureInfo.InvariantCulture, $"People[{index}].{read.Error.Field}") };
            }

            _involved.Add(read.Value);
        }

        return Result.Done;
    }

    private Result<InvolvedPerson> ReadInvolved(InvolvedPersonAnswers answers, PeopleDirectory directory, Actor by, bool isReport)
    {
        if (answers.Type is not { } type || !Enum.IsDefined(type))
        {
            return IncidentErrors.InvolvedTypeMissing;
        }

        if (answers.Role is not { } role || !Enum.IsDefined(role))
        {
            return IncidentErrors.InvolvedRoleMissing;
        }

        var name = PlainText.CleanLine(answers.Name);
        if (answers.PersonId is { } id)
        {
            if (directory.Find(id) is null)
            {
                return IncidentErrors.InvolvedUnknown;
            }

            if (name.Length > 0)
            {
                return IncidentErrors.InvolvedTwice;
            }

            if (role == InvolvedRole.Alleged && id == ReportedById)
            {
                return isReport ? IncidentErrors.OwnAllegation : IncidentErrors.ReporterAlleged;
            }

            if (role == InvolvedRole.Alleged && by.Is(id))
            {
                return IncidentErrors.AllegedSelf;
            }

            if (_involved.Exists(person => person.PersonId == id && person.Role == role))
            {
                return IncidentErrors.InvolvedAlready;
            }
        }
        else if (name.Length == 0)
        {
            return IncidentErrors.InvolvedNameMissing;
        }
        else if (name.Length > InvolvedPerson.NameMaximumLength)
        {
            return IncidentErrors.InvolvedNameTooLong;
        }
        else if (role == InvolvedRole.Alleged && !answers.IsNobodyOfList)
        {
            // Whoever is only described is not kept from anything: so the portal asks before it lets words stand for somebody on its list.
            if (SurnameStandsIn(name, directory))
            {
                return IncidentErrors.AllegedLooksLikeStaff;
            }

            if (type == InvolvedType.Staff)
            {
                return IncidentErrors.AllegedNotChosen;
            }
        }

        // Never a number of the report again: the reporter would see somebody in it whom they did not name.
        var number = _involved.Select(person => person.Number).Append(PeopleReported).Max() + 1;
        return new InvolvedPerson(number, type, role, answers.PersonId, name);
    }

    // Letters are compared as by the naming convention: without case, accents and apostrophes. "Smith-Jones" is found by either half.
    private static bool SurnameStandsIn(string name, PeopleDirectory directory)
    {
        var words = WordsOf(name);
        return directory.People.Any(person =>
        {
            var surname = WordsOf(person.Surname);
            return surname.Count > 0 && (Stand(surname, words) || surname.Any(part => part.Length >= ShortestPartOfSurname && Stand([part], words)));
        });
    }

    private static bool Stand(List<string> sought, List<string> words)
    {
        for (var start = 0; start + sought.Count <= words.Count; start++)
        {
            if (sought.Select((part, offset) => words[start + offset] == part || words[start + offset] == part + "s").All(same => same))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> WordsOf(string text) => [.. new NameLetters(text).Parts()];
}

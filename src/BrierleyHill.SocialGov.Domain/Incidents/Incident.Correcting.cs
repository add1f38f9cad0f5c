using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <content>What somebody involved really is in it (clause SLT-4).</content>
public sealed partial class Incident
{
    /// <summary>
    /// Corrects who somebody is to the school, or what they are in this incident. Whoever is said to have done it loses sight of it from the same save
    /// on, and looks into it no more.
    /// </summary>
    /// <param name="number">The person's number within the incident.</param>
    /// <param name="answers">What is right. Who it is stays: somebody else is named, and this one taken off.</param>
    /// <param name="because">Why.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">A senior leader, or whoever looks into it.</param>
    /// <param name="at">When, UTC.</param>
    public Result CorrectPerson(int number, InvolvedPersonAnswers answers, string? because, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(directory);
        if (CheckMayInvestigate(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckNotOver() is { IsRefused: true } over)
        {
            return over;
        }

        var place = _involved.FindIndex(person => person.Number == number);
        if (place < 0)
        {
            return IncidentErrors.NotInvolved;
        }

        var found = _involved[place];
        if (answers.Type == found.Type && answers.Role == found.Role)
        {
            return IncidentErrors.InvolvedSame;
        }

        // Read as if it were named anew, so that the same rules hold.
        _involved.RemoveAt(place);
        var read = ReadInvolved(answers with { PersonId = found.PersonId, Name = found.Name }, directory, by, isReport: false);
        _involved.Insert(place, found);
        if (read.IsRefused)
        {
            return read.Error;
        }

        if (ReasonOf(because, IncidentErrors.ReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        var (type, role) = (found.Type, found.Role);
        found.Correct(read.Value.Type, read.Value.Role);
        Record(new IncidentPersonCorrected(Id, number, NameOf(found, directory), type, found.Type, role, found.Role, why, by, at));
        ReleaseWhoeverIsConcerned(directory, by, at);
        return Result.Done;
    }
}

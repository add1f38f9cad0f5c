using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Who somebody is to the school. The numbers are stored and are never changed.</summary>
public enum InvolvedType
{
    /// <summary>A pupil.</summary>
    [Display(Name = "Pupil")]
    Pupil = 0,

    /// <summary>A parent or carer.</summary>
    [Display(Name = "Parent or carer")]
    ParentOrCarer = 1,

    /// <summary>Staff: everybody who acts for the school.</summary>
    [Display(Name = "Staff, governor or volunteer")]
    Staff = 2,

    /// <summary>Somebody else.</summary>
    [Display(Name = "Somebody else")]
    Public = 3,
}

/// <summary>What somebody is in one incident. The numbers are stored and are never changed.</summary>
public enum InvolvedRole
{
    /// <summary>Whom it happened to, or whom it is about.</summary>
    [Display(Name = "It happened to them, or is about them")]
    Subject = 0,

    /// <summary>Who is said to have done it. They never see the incident, whatever their role.</summary>
    [Display(Name = "They are said to have done it")]
    Alleged = 1,

    /// <summary>Who saw it.</summary>
    [Display(Name = "They saw it")]
    Witness = 2,

    /// <summary>Who told of it.</summary>
    [Display(Name = "They told of it")]
    Reporter = 3,
}

/// <summary>What is typed about somebody who is involved.</summary>
/// <param name="Type">Who they are to the school.</param>
/// <param name="Role">What they are in this incident.</param>
/// <param name="PersonId">Their number, where they are in the directory.</param>
/// <param name="Name">Who they are in words, where they are not.</param>
/// <param name="IsNobodyOfList">Whether it was ticked that they are nobody of the directory.</param>
public sealed record InvolvedPersonAnswers(InvolvedType? Type, InvolvedRole? Role, int? PersonId, string? Name, bool IsNobodyOfList = false);

/// <summary>Somebody who is involved in one incident, with what they are in it.</summary>
public sealed class InvolvedPerson
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaximumLength = 100;

    private InvolvedPerson()
    {
    }

    internal InvolvedPerson(int number, InvolvedType type, InvolvedRole role, int? personId, string name) =>
        (Number, Type, Role, NamedType, NamedRole, PersonId, Name) = (number, type, role, type, role, personId, name);

    /// <summary>Its number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The number within the incident, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Who they are to the school.</summary>
    public InvolvedType Type { get; private set; }

    /// <summary>What they are in this incident.</summary>
    public InvolvedRole Role { get; private set; }

    /// <summary>As who they were named, whatever was corrected since: the reporter sees their own report.</summary>
    public InvolvedType NamedType { get; private set; }

    /// <summary>As what they were named, whatever was corrected since.</summary>
    public InvolvedRole NamedRole { get; private set; }

    /// <summary>Their number, where they are in the directory.</summary>
    public int? PersonId { get; private set; }

    /// <summary>Who they are in words, or "" where they are in the directory.</summary>
    public string Name { get; private set; } = "";

    internal void Correct(InvolvedType type, InvolvedRole role) => (Type, Role) = (type, role);
}

/// <summary>Somebody who was appointed to find out what happened.</summary>
public sealed class IncidentInvestigator
{
    private IncidentInvestigator()
    {
    }

    internal IncidentInvestigator(int personId, DateTime since) => (PersonId, Since) = (personId, since);

    /// <summary>Its number in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Who.</summary>
    public int PersonId { get; private set; }

    /// <summary>From when, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Until when, UTC; <see langword="null"/> while they investigate.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>Whether they investigate now.</summary>
    public bool IsCurrent => Until is null;

    internal void End(DateTime at) => Until ??= at;
}

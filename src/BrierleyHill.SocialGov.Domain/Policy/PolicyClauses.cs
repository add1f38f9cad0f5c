namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>One clause of the school's policy, by the identifier that tests and documents carry too.</summary>
/// <param name="Id">The identifier, such as <c>MON-2</c>. It is stored and never changed.</param>
/// <param name="Words">What the clause asks, in a few words.</param>
public sealed record PolicyClause(string Id, string Words)
{
    /// <summary>The identifier with the words: "MON-2: Answered within 24 hours…".</summary>
    public string InWords => $"{Id}: {Words}";
}

/// <summary>Every clause of the policy, in its order. The document that traces them has the same list: a test holds the two together.</summary>
public static class PolicyClauses
{
    /// <summary>Every clause.</summary>
    public static IReadOnlyList<PolicyClause> Each { get; } =
    [
        new("DP-1", "Personal data is processed on a lawful basis, and by the principles"),
        new("DP-2", "An impact assessment comes before new processing"),
        new("SCOPE-1", "All staff, and all communication that represents the school"),
        new("SCOPE-2", "Professional communication is always in scope"),
        new("SCOPE-3", "Personal communication that names or affects the school is in scope"),
        new("SCOPE-4", "Personal communication that does neither is left alone"),
        new("SLT-1", "Leaders provide training and guidance"),
        new("SLT-2", "Leaders review the policy and the purpose of the accounts"),
        new("SLT-3", "Leaders lead investigations"),
        new("SLT-4", "Leaders assess an incident first, and involve staff and agencies"),
        new("SLT-5", "Leaders receive applications"),
        new("SLT-6", "Leaders approve an account and weigh its purpose, audience and settings"),
        new("SLT-7", "Whoever runs an account knows the policy and is trained"),
        new("ADM-1", "An account is created after approval, with the agreed settings"),
        new("ADM-2", "An account is named by convention, not after a person"),
        new("ADM-3", "Details and passwords are stored securely"),
        new("ADM-4", "Administrators take part in monitoring"),
        new("ADM-5", "Accounts are handed over when people leave"),
        new("STF-1", "Only authorised staff use an account"),
        new("STF-2", "Staff attend training and updates"),
        new("STF-3", "Staff look after what they posted"),
        new("STF-4", "A personal account that names the school carries a disclaimer"),
        new("BC-1", "The business case says the aim"),
        new("BC-2", "The business case says the audience"),
        new("BC-3", "The business case says how it is promoted"),
        new("BC-4", "At least two administrators"),
        new("BC-5", "Open or closed, and why"),
        new("BC-6", "A business case is approved or rejected"),
        new("MON-1", "Accounts are monitored regularly and frequently"),
        new("MON-2", "Comments, queries and complaints are answered in time"),
        new("MON-3", "Monitoring leads to intervention"),
        new("BEH-1", "Professional, respectful and confidential"),
        new("BEH-2", "People say who they are: no anonymous posts"),
        new("BEH-3", "A journalist’s contact follows the media policy"),
        new("BEH-4", "Unacceptable conduct is reported to a senior person at once"),
        new("BEH-5", "Breaches are dealt with, and illegal conduct goes to the police"),
        new("BEH-6", "Use at work may be monitored"),
        new("IMG-1", "Images only with permission on record"),
        new("IMG-2", "Pictures of pupils only through accounts of the school"),
        new("IMG-3", "No identifying details with pictures of pupils"),
        new("IMG-4", "Comments are watched after posting"),
        new("IMG-5", "Good practice with images"),
        new("CPY-1", "Copyright is kept and authors are credited"),
        new("OFF-1", "Offensive comments are handled swiftly and sensitively"),
        new("OFF-2", "Comments are blocked, reported or deleted, and the audience is told why"),
        new("OFF-3", "Abuse by colleagues is reported by the agreed protocol"),
        new("TONE-1", "Content is engaging, informative and professional"),
        new("PER-1", "No contact with pupils on personal accounts"),
        new("PUP-1", "Pupils’ offensive comments: behaviour policy, and safe use is taught"),
        new("PAR-1", "Parents on a learning platform know about acceptable use"),
        new("PAR-2", "A parent’s offensive comment: removal, a talk, the complaints procedure"),
        new("PUB-1", "Public postings about the school are watched for"),
        new("ADV-1", "Staff are advised about their own accounts"),
        new("GP-1", "A senior leader is asked before controversial content"),
        new("GP-2", "Mistakes are reported through the school’s process"),
        new("GP-3", "Tagging in images is switched off"),
        new("REV-1", "The policy is reviewed every year"),
    ];

    /// <summary>The clause with this identifier, or <see langword="null"/> where there is none.</summary>
    public static PolicyClause? Find(string? id) => Each.FirstOrDefault(clause => string.Equals(clause.Id, id, StringComparison.Ordinal));
}

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>A member of staff as the naming check needs them.</summary>
/// <param name="PersonId">The person in the directory; a person listed under several names appears once for each.</param>
/// <param name="Forename">Forenames as the directory holds them; may be empty.</param>
/// <param name="Surname">Surname as the directory holds it; may be empty.</param>
public sealed record DirectoryName(int PersonId, string Forename, string Surname);

/// <summary>A member of staff whose name a proposed account name seems to contain.</summary>
/// <param name="PersonId">The person in the directory.</param>
/// <param name="PersonName">Forename and surname as the directory holds them.</param>
/// <param name="MatchedWords">The part of the proposed name that matched, as it was typed; several parts are parted by commas.</param>
public sealed record NamingHit(int PersonId, string PersonName, string MatchedWords);

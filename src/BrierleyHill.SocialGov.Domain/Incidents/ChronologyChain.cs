namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>The result of walking the chronology of one incident.</summary>
/// <param name="Entries">How many entries were whole.</param>
/// <param name="Broken">The first broken link in words, or <see langword="null"/> when the chronology is whole. It names numbers alone.</param>
public sealed record ChronologyVerdict(int Entries, string? Broken)
{
    /// <summary>Whether the chronology is whole.</summary>
    public bool IsWhole => Broken is null;
}

/// <summary>Walks the chronology of one incident from its first entry and names the first broken link.</summary>
/// <param name="mayBeErased">Whether its texts may have been erased: the incident is out of scope.</param>
public sealed class ChronologyChain(bool mayBeErased)
{
    private int _number;
    private string _hash = ChronologyEntry.Genesis;
    private string? _broken;

    /// <summary>Takes the next entry, in the order of the numbers.</summary>
    /// <returns><see langword="false"/> when the chain is broken: the rest need not be read.</returns>
    public bool Follow(ChronologyEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (_broken is not null)
        {
            return false;
        }

        var expected = _number + 1;
        if (entry.Number != expected)
        {
            _broken = $"Entry {expected} is missing: the next one found is {entry.Number}.";
        }
        else if (!string.Equals(entry.PreviousHash, _hash, StringComparison.Ordinal))
        {
            _broken = $"Entry {entry.Number} does not follow from the entry before it: one of the two was replaced.";
        }
        else if (!string.Equals(entry.ComputeHash(), entry.Hash, StringComparison.Ordinal))
        {
            _broken = $"Entry {entry.Number} was changed after it was written.";
        }
        else if (entry.ErasedAt is not null && !mayBeErased)
        {
            _broken = $"The text of entry {entry.Number} was erased, but the incident is not out of scope.";
        }
        else if (entry.ErasedAt is null && !string.Equals(entry.ComputeTextHash(), entry.TextHash, StringComparison.Ordinal))
        {
            _broken = $"The text of entry {entry.Number} was changed after it was written.";
        }
        else if (entry.ErasedAt is not null && (entry.Text.Length > 0 || entry.Salt.Length > 0))
        {
            _broken = $"The text of entry {entry.Number} was put back after it was erased.";
        }
        else
        {
            (_number, _hash) = (entry.Number, entry.Hash);
        }

        return _broken is null;
    }

    /// <summary>Holds the end of the walk against how many entries the incident has had.</summary>
    /// <param name="written">How many were written.</param>
    public ChronologyVerdict Finish(int written)
    {
        if (_broken is null && written != _number)
        {
            _broken = written > _number
                ? $"Entries after {_number} are missing: the last one written was {written}."
                : $"Entries after {written} were put in from outside: the last one written was {written}.";
        }

        return new ChronologyVerdict(_number, _broken);
    }
}

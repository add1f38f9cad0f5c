namespace BrierleyHill.SocialGov.Domain.Auditing;

/// <summary>The result of walking the chain.</summary>
/// <param name="Lines">How many lines were whole.</param>
/// <param name="Broken">The first broken link in words, or <see langword="null"/> when the chain is whole.</param>
public sealed record AuditVerdict(long Lines, string? Broken)
{
    /// <summary>Whether the chain is whole.</summary>
    public bool IsWhole => Broken is null;
}

/// <summary>Walks the audit's chain from its first line and names the first broken link.</summary>
public sealed class AuditChain
{
    private long _sequence;
    private string _hash = AuditEvent.Genesis;
    private string? _broken;

    /// <summary>Takes the next line, in the order of the numbers.</summary>
    /// <returns><see langword="false"/> when the chain is broken: the rest need not be read.</returns>
    public bool Follow(AuditEvent line)
    {
        if (_broken is not null)
        {
            return false;
        }

        var expected = _sequence + 1;
        if (line.Sequence != expected)
        {
            _broken = $"Line {expected} is missing: the next one found is {line.Sequence}.";
        }
        else if (!string.Equals(line.PreviousHash, _hash, StringComparison.Ordinal))
        {
            _broken = $"Line {line.Sequence} does not follow from the line before it: one of the two was replaced.";
        }
        else if (!string.Equals(line.ComputeHash(), line.Hash, StringComparison.Ordinal))
        {
            _broken = $"Line {line.Sequence} was changed after it was written.";
        }
        else
        {
            (_sequence, _hash) = (line.Sequence, line.Hash);
        }

        return _broken is null;
    }

    /// <summary>Holds the end of the walk against the head row.</summary>
    public AuditVerdict Finish(long headSequence, string headHash)
    {
        if (_broken is null && headSequence != _sequence)
        {
            _broken = headSequence > _sequence
                ? $"Lines after {_sequence} are missing: the last one written was {headSequence}."
                : $"Lines after {headSequence} were put in from outside: the last one written was {headSequence}.";
        }
        else if (_broken is null && !string.Equals(headHash, _hash, StringComparison.Ordinal))
        {
            _broken = $"Line {_sequence} is not the one that was written last: it was replaced.";
        }

        return new AuditVerdict(_sequence, _broken);
    }
}

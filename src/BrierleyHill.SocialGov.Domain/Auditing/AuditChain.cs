using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Auditing;

/// <summary>How a chain is broken, without a number: how many lines there are is not for everybody who reads the audit.</summary>
public enum AuditFault
{
    /// <summary>A line is missing between others.</summary>
    [Display(Name = "A line was taken out.")]
    Missing,

    /// <summary>A line does not follow from the one before.</summary>
    [Display(Name = "A line does not follow from the line before it: one of the two was replaced.")]
    Replaced,

    /// <summary>A line is not what it was when it was written.</summary>
    [Display(Name = "A line was changed after it was written.")]
    Changed,

    /// <summary>Lines at the end are missing.</summary>
    [Display(Name = "Lines at the end were taken out.")]
    CutOff,

    /// <summary>Lines stand behind the end.</summary>
    [Display(Name = "Lines were put in from outside.")]
    PutIn,
}

/// <summary>The result of walking the chain.</summary>
/// <param name="Lines">How many lines were whole.</param>
/// <param name="Fault">How the chain is broken, or <see langword="null"/> when it is whole.</param>
/// <param name="Broken">The first broken link in words, with its number, or <see langword="null"/> when the chain is whole.</param>
/// <param name="LastFingerprint">The fingerprint of the last whole line, to be kept elsewhere.</param>
public sealed record AuditVerdict(long Lines, AuditFault? Fault, string? Broken, string LastFingerprint)
{
    /// <summary>Whether the chain is whole.</summary>
    public bool IsWhole => Broken is null;
}

/// <summary>Walks the audit's chain from its first line and names the first broken link.</summary>
public sealed class AuditChain
{
    private long _sequence;
    private string _hash = AuditEvent.Genesis;
    private AuditFault? _fault;
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
            (_fault, _broken) = (AuditFault.Missing, $"Line {expected} is missing: the next one found is {line.Sequence}.");
        }
        else if (!string.Equals(line.PreviousHash, _hash, StringComparison.Ordinal))
        {
            (_fault, _broken) = (AuditFault.Replaced, $"Line {line.Sequence} does not follow from the line before it: one of the two was replaced.");
        }
        else if (!string.Equals(line.ComputeHash(), line.Hash, StringComparison.Ordinal))
        {
            (_fault, _broken) = (AuditFault.Changed, $"Line {line.Sequence} was changed after it was written.");
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
            (_fault, _broken) = headSequence > _sequence
                ? (AuditFault.CutOff, $"Lines after {_sequence} are missing: the last one written was {headSequence}.")
                : (AuditFault.PutIn, $"Lines after {headSequence} were put in from outside: the last one written was {headSequence}.");
        }
        else if (_broken is null && !string.Equals(headHash, _hash, StringComparison.Ordinal))
        {
            (_fault, _broken) = (AuditFault.Replaced, $"Line {_sequence} is not the one that was written last: it was replaced.");
        }

        return new AuditVerdict(_sequence, _fault, _broken, _hash);
    }
}

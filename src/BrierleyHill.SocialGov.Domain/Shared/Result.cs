using System.Diagnostics.CodeAnalysis;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>The answer to something that was asked of a record: done, or refused for a named reason.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>The refusal, or <see langword="null"/> when it was done.</summary>
    public Error? Error { get; }

    /// <summary>Whether it was refused. Then <see cref="Error"/> says why, and the record is as it was.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsRefused => Error is not null;

    /// <summary>It was done.</summary>
    public static Result Done => default;

    /// <summary>It was refused.</summary>
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or a named refusal.</summary>
/// <typeparam name="T">What is given back when it was not refused.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T value) => _value = value;

    private Result(Error error) => Error = error;

    /// <summary>The refusal, or <see langword="null"/>.</summary>
    public Error? Error { get; }

    /// <summary>Whether it was refused.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsRefused => Error is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused: reading the value then is a bug.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}.");

    /// <summary>It was done, and this came of it.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>It was refused.</summary>
    public static implicit operator Result<T>(Error error) => new(error);
}

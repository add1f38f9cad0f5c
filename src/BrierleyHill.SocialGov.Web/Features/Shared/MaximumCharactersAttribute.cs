using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>
/// The longest answer, counted as the record counts it: after cleaning, with a line end as one character. Browsers send two, so a
/// plain length check would refuse what the counter beside the field allowed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaximumCharactersAttribute : StringLengthAttribute
{
    /// <summary>The limit, from a constant on the record.</summary>
    public MaximumCharactersAttribute(int maximumLength)
        : base(maximumLength) =>
        ErrorMessage = string.Create(CultureInfo.InvariantCulture, $"Your answer to “{{0}}” must be {maximumLength:N0} characters or fewer.");

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string typed || PlainText.Clean(typed).Length <= MaximumLength;
}

using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>The words that were used.</summary>
public sealed class EnquiryWordsForm : EnquiryForm
{
    /// <summary>The words.</summary>
    [Display(Name = "The words that were used")]
    [MaximumCharacters(Enquiry.WordsMaximumLength)]
    public string? Words { get; set; }
}

/// <summary>A reason.</summary>
public sealed class EnquiryReasonForm : EnquiryForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why?")]
    [MaximumCharacters(Enquiry.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>How an unacceptable comment was removed.</summary>
public sealed class RemoveCommentForm : EnquiryForm
{
    /// <summary>What was done.</summary>
    [Display(Name = "What was done?", Description = "Choose all that apply")]
    public List<RemovalMeans> Means { get; set; } = [];

    /// <summary>Whether the audience was told why.</summary>
    [Display(Name = "Was the audience told why?")]
    public bool? IsExplained { get; set; }

    /// <summary>What it was told.</summary>
    [Display(Name = "The explanation that was given", Description = "The policy asks that the audience is told exactly why a comment was removed")]
    [MaximumCharacters(Enquiry.WordsMaximumLength)]
    public string? Explanation { get; set; }

    /// <summary>Why it was not.</summary>
    [Display(Name = "Why could no explanation be given?", Description = "For example, because it would have named a child. It stays on the record")]
    [MaximumCharacters(Enquiry.ReasonMaximumLength)]
    public string? WhyNone { get; set; }
}

/// <summary>What a senior leader decides about a reply to a journalist.</summary>
public sealed class ClearReplyForm : EnquiryForm
{
    /// <summary>Whether a reply may be given.</summary>
    [Display(Name = "May the journalist be given a reply?")]
    public bool? IsCleared { get; set; }

    /// <summary>The line.</summary>
    [Display(Name = "The line that the reply keeps to")]
    [MaximumCharacters(Enquiry.WordsMaximumLength)]
    public string? AgreedLine { get; set; }

    /// <summary>Why not.</summary>
    [Display(Name = "Why is no reply given?", Description = "It stays on the record")]
    [MaximumCharacters(Enquiry.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Records what was done about an enquiry.</summary>
public sealed class AnswerEnquiry(EnquiryWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Whoever wrote was told that it was read.</summary>
    public Task<Result> AcknowledgeAsync(int id, EnquiryWordsForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, enquiry => enquiry.Acknowledge(form.Words, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>It was answered.</summary>
    public Task<Result> ReplyAsync(int id, EnquiryWordsForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, enquiry => enquiry.Reply(form.Words, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>An unacceptable comment was removed.</summary>
    public Task<Result> RemoveAsync(int id, RemoveCommentForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        enquiry => enquiry.Remove(
            form.Means.Aggregate(RemovalMeans.None, (all, one) => all | one), form.IsExplained, form.Explanation, form.WhyNone, person.Actor, clock.UtcNow()),
        cancellationToken);

    /// <summary>Nothing more is to be said.</summary>
    public Task<Result> CloseAsync(int id, EnquiryReasonForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, enquiry => enquiry.Close(form.Because, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>A senior leader decides about the reply to a journalist.</summary>
    public Task<Result> ClearAsync(int id, ClearReplyForm form, CancellationToken cancellationToken) => write.RunAsync(
        id, form.Version, enquiry => enquiry.Clear(form.IsCleared, form.AgreedLine, form.Because, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>There is more to be done.</summary>
    public Task<Result> ReopenAsync(int id, EnquiryReasonForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, enquiry => enquiry.Reopen(form.Because, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>What was recorded was a mistake.</summary>
    public Task<Result> TakeBackAsync(int id, EnquiryReasonForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, enquiry => enquiry.TakeBack(form.Because, person.Actor, clock.UtcNow()), cancellationToken);
}

using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>Why something cannot be done to the policy, its acknowledgement or a request for one, in words that a person can act on.</summary>
public static class PolicyErrors
{
    /// <summary>Only senior leaders write and publish the policy (SLT-2).</summary>
    public static Error OnlySeniorLeaders { get; } = new(
        "Policy.OnlySeniorLeaders", "Only a senior leader can write, approve, publish or review the policy.", ErrorKind.Forbidden);

    /// <summary>There is an open draft already.</summary>
    public static Error DraftIsOpen(int number) => new(
        "Policy.DraftIsOpen",
        string.Create(CultureInfo.InvariantCulture, $"Version {number} of the policy is being written already. Change that one, or discard it first."),
        ErrorKind.Conflict);

    /// <summary>Published, superseded or discarded: it is as it is.</summary>
    public static Error NotOpen { get; } = new(
        "Policy.NotOpen", "This version has been published or discarded, so it cannot be changed. Begin a new version instead.", ErrorKind.Conflict);

    /// <summary>Approved already.</summary>
    public static Error AlreadyApproved { get; } = new(
        "Policy.AlreadyApproved", "This version has been approved already.", ErrorKind.Conflict);

    /// <summary>The text is another than the one that was read.</summary>
    public static Error NotTheTextRead { get; } = new(
        "Policy.NotTheTextRead", "The text was changed after you opened it. Read it as it is now, then approve it.", ErrorKind.Conflict);

    /// <summary>Not approved, or changed after it was.</summary>
    public static Error NotApproved { get; } = new(
        "Policy.NotApproved", "This text has not been approved. A senior leader has to approve it before it can be published.", ErrorKind.Conflict);

    /// <summary>Not the version in force.</summary>
    public static Error NotPublished { get; } = new(
        "Policy.NotPublished", "This is not the version in force, so there is nothing to review. Review the published version.", ErrorKind.Conflict);

    /// <summary>No title.</summary>
    public static Error TitleMissing { get; } = new("Policy.TitleMissing", "Enter a title.", Field: nameof(PolicyVersion.Title));

    /// <summary>No text.</summary>
    public static Error TextMissing { get; } = new("Policy.TextMissing", "Enter the text of the policy.", Field: nameof(PolicyVersion.Text));

    /// <summary>The text and the title are those in force.</summary>
    public static Error NothingChanged { get; } = new(
        "Policy.NothingChanged",
        "This version says exactly what the published one says. Discard it, and record a review of the published one instead.");

    /// <summary>Not said whether the change is material.</summary>
    public static Error MaterialNotSaid { get; } = new(
        "Policy.MaterialNotSaid", "Choose whether everybody has to acknowledge the policy again.", Field: nameof(PolicyVersion.IsMaterial));

    /// <summary>Not said what was changed.</summary>
    public static Error WhatChangedMissing { get; } = new(
        "Policy.WhatChangedMissing", "Enter what was changed, so that people know what to look at.", Field: nameof(PolicyVersion.WhatChanged));

    /// <summary>No review date, or one that is today, in the past, or more than a year off (REV-1).</summary>
    public static Error ReviewDateWrong { get; } = new(
        "Policy.ReviewDateWrong", "The next review must be after today, and a year from today at the latest.", Field: nameof(PolicyVersion.NextReviewOn));

    /// <summary>Not said what the review found.</summary>
    public static Error ReviewNoteMissing { get; } = new(
        "Policy.ReviewNoteMissing", "Enter what was looked at and why nothing has to be changed.", Field: "Note");

    /// <summary>No reminder is due.</summary>
    public static Error NoReminderDue { get; } = new(
        "Policy.NoReminderDue", "Nobody has to be reminded of the review now.", ErrorKind.Conflict);

    /// <summary>The text that was read is not in force any more.</summary>
    public static Error NotTheTextInForce { get; } = new(
        "Policy.NotTheTextInForce",
        "The policy was changed while you were reading it. Your acknowledgement has not been recorded. Read it as it is now, then acknowledge it.",
        ErrorKind.Conflict);

    /// <summary>Not everything was confirmed.</summary>
    public static Error NotConfirmed { get; } = new(
        "Policy.NotConfirmed", "Tick each of the statements. If you cannot agree to one of them, speak to a senior leader.", Field: "Confirmed");

    /// <summary>Only senior leaders and administrators send links.</summary>
    public static Error MayNotSendLinks { get; } = new(
        "Policy.MayNotSendLinks", "Only a senior leader or an administrator can send a link to acknowledge the policy.", ErrorKind.Forbidden);

    /// <summary>No name.</summary>
    public static Error NameMissing { get; } = new("Policy.NameMissing", "Enter the name.", Field: nameof(AcknowledgementRequest.Name));

    /// <summary>Not an address.</summary>
    public static Error EmailAddressWrong { get; } = new(
        "Policy.EmailAddressWrong", "Enter an e-mail address in the correct form, like name@example.org.", Field: nameof(AcknowledgementRequest.EmailAddress));

    /// <summary>Not how they belong to the school.</summary>
    public static Error AffiliationMissing { get; } = new(
        "Policy.AffiliationMissing", "Choose how they belong to the school.", Field: nameof(AcknowledgementRequest.Affiliation));

    /// <summary>The address is that of somebody who was deactivated.</summary>
    public static Error PersonDeactivated { get; } = new(
        "Policy.PersonDeactivated",
        "This address belongs to somebody who has been deactivated. If they act for the school again, ask a portal manager to let them back in.",
        Field: nameof(AcknowledgementRequest.EmailAddress));

    /// <summary>Nothing is published that could be acknowledged.</summary>
    public static Error NothingPublished { get; } = new(
        "Policy.NothingPublished", "No policy is published yet, so there is nothing to acknowledge. A senior leader has to publish it first.", ErrorKind.Conflict);

    /// <summary>Acknowledged, cancelled or replaced.</summary>
    public static Error RequestIsOver { get; } = new(
        "Policy.RequestIsOver", "This request has been answered, cancelled or replaced, so nothing can be done to it. Send a new one if it is needed.", ErrorKind.Conflict);

    /// <summary>The link ran out, was used, or was replaced.</summary>
    public static Error LinkNotValid { get; } = new("Policy.LinkNotValid", "This link does not work any more.", ErrorKind.Conflict);

    /// <summary>Over the limit.</summary>
    public static Error TooLong(string field, string name, int limit) => new(
        "Policy.TooLong", string.Create(CultureInfo.InvariantCulture, $"{name} must be {limit:N0} characters or fewer."), Field: field);
}

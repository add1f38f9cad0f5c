using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Enquiries;

public class EnquiryTests
{
    private static readonly DateTime At = EnquiryBuilder.At;

    private static Result<Enquiry> Log(EnquiryAnswers answers, AccountStatus status = AccountStatus.Active) =>
        Enquiry.Log(answers, LiveAccounts.In(status), EnquiryBuilder.DeadlineOf(At), EnquiryBuilder.Worker, At);

    [Fact]
    [Trait("Clause", "MON-2")]
    public void What_is_logged_is_open_with_the_deadline_and_the_reasons_that_it_was_computed_with()
    {
        var deadline = EnquiryBuilder.DeadlineOf(At);
        var enquiry = Log(EnquiryBuilder.Answers(from: " A\nparent ", text: "  When?\r\nWhere?  ", link: "www.facebook.com/x?y=1")).Value;

        Assert.Equal((EnquiryStatus.Open, At, deadline.DueAt, deadline.Rule), (enquiry.Status, enquiry.ReceivedAt, enquiry.DueAt, enquiry.Rule));
        Assert.Equal(deadline.Because, enquiry.Because);
        Assert.Equal(("A parent", "When?\nWhere?", "https://www.facebook.com/x?y=1"), (enquiry.From, enquiry.Text, enquiry.Link));
        Assert.Null(enquiry.IsAnsweredInTime);
        Assert.Empty(Assert.IsType<EnquiryLogged>(Assert.Single(enquiry.UnsavedEvents)).Changes);
    }

    public static TheoryData<string, EnquiryAnswers> Incomplete => new()
    {
        { EnquiryErrors.AccountMissing.Code, EnquiryBuilder.Answers(account: null) },
        { EnquiryErrors.AccountMissing.Code, EnquiryBuilder.Answers(account: 77) },
        { EnquiryErrors.KindMissing.Code, EnquiryBuilder.Answers(kind: null) },
        { EnquiryErrors.KindMissing.Code, EnquiryBuilder.Answers(kind: (EnquiryKind)99) },
        { EnquiryErrors.PlaceMissing.Code, EnquiryBuilder.Answers(place: null) },
        { EnquiryErrors.PlaceMissing.Code, EnquiryBuilder.Answers(place: (EnquiryPlace)99) },
        { EnquiryErrors.TextMissing.Code, EnquiryBuilder.Answers(text: " \n ") },
        { EnquiryErrors.TextTooLong.Code, EnquiryBuilder.Answers(text: new string('x', Enquiry.TextMaximumLength + 1)) },
        { EnquiryErrors.FromTooLong.Code, EnquiryBuilder.Answers(from: new string('x', Enquiry.FromMaximumLength + 1)) },
        { EnquiryErrors.LinkWrong.Code, EnquiryBuilder.Answers(link: "javascript:alert(1)") },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void What_is_missing_wrong_or_too_long_is_refused(string code, EnquiryAnswers answers) => Assert.Equal(code, Log(answers).Error?.Code);

    [Theory]
    [InlineData(AccountStatus.AwaitingCreation, true)]
    [InlineData(AccountStatus.Active, false)]
    [InlineData(AccountStatus.Suspended, false)]
    [InlineData(AccountStatus.Closed, true)]
    public void It_comes_through_an_account_that_is_live(AccountStatus status, bool refused) =>
        Assert.Equal(refused ? EnquiryErrors.AccountNotLive : null, Log(EnquiryBuilder.Answers(), status).Error);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [Trait("Clause", "MON-2")]
    public void An_answer_is_in_time_before_the_due_instant_and_not_at_it(int ticks, bool inTime)
    {
        var enquiry = EnquiryBuilder.Logged();
        EnquiryBuilder.Done(enquiry.Acknowledge("Thank you.", EnquiryBuilder.Worker, enquiry.DueAt.AddTicks(ticks)));

        Assert.Equal(inTime, enquiry.IsAnsweredInTime);
        Assert.Equal(inTime, Assert.IsType<EnquiryAcknowledged>(Assert.Single(enquiry.UnsavedEvents)).IsInTime);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public void A_late_reply_after_an_acknowledgement_in_time_is_in_time()
    {
        var enquiry = EnquiryBuilder.In(EnquiryStatus.Acknowledged);
        EnquiryBuilder.Done(enquiry.Reply("On Friday.", EnquiryBuilder.Worker, enquiry.DueAt.AddDays(3)));

        Assert.True(enquiry.IsAnsweredInTime);
        Assert.Equal(At.AddHours(1), enquiry.AnsweredAt);
    }

    [Fact]
    [Trait("Clause", "OFF-2")]
    [Trait("Clause", "OFF-1")]
    public void A_comment_is_not_closed_as_removed_without_an_explanation_or_the_reason_why_there_is_none()
    {
        Result Remove(Enquiry enquiry, RemovalMeans means, bool? explained, string explanation, string whyNone) =>
            enquiry.Remove(means, explained, explanation, whyNone, EnquiryBuilder.Worker, At);
        var enquiry = EnquiryBuilder.Logged();

        Assert.Equal(EnquiryErrors.MeansMissing, Remove(enquiry, RemovalMeans.None, true, "Rude.", "").Error);
        Assert.Equal(EnquiryErrors.MeansMissing, Remove(enquiry, (RemovalMeans)64, true, "Rude.", "").Error);
        Assert.Equal(EnquiryErrors.ExplainedMissing, Remove(enquiry, RemovalMeans.Deleted, null, "Rude.", "None.").Error);
        Assert.Equal(EnquiryErrors.ExplanationMissing, Remove(enquiry, RemovalMeans.Deleted, true, " ", "None.").Error);
        Assert.Equal(EnquiryErrors.WhyNoneMissing, Remove(enquiry, RemovalMeans.Deleted, false, "Rude.", " ").Error);
        Assert.Equal(EnquiryErrors.WhyNoneTooLong, Remove(enquiry, RemovalMeans.Deleted, false, "", new string('x', 501)).Error);
        Assert.Equal("Enquiry.WordsTooLong", Remove(enquiry, RemovalMeans.Deleted, true, new string('x', 4001), "").Error?.Code);
        Assert.Equal((EnquiryStatus.Open, null), (enquiry.Status, enquiry.AnsweredAt));

        EnquiryBuilder.Done(Remove(enquiry, RemovalMeans.Deleted | RemovalMeans.BlockedUser, false, "ignored", "It would name a child."));
        var removal = Assert.Single(enquiry.Responses);
        Assert.Equal((RemovalMeans.Deleted | RemovalMeans.BlockedUser, "", "It would name a child."), (removal.Means, removal.Words, removal.WhyNotExplained));
        Assert.Equal(At, enquiry.AnsweredAt);
        Assert.Equal("It would name a child.", Assert.Single(enquiry.UnsavedEvents).Reason);
    }

    [Theory]
    [InlineData(EnquiryKind.Comment, EnquiryPlace.PublicComment, null)]
    [InlineData(EnquiryKind.Complaint, EnquiryPlace.Review, null)]
    [InlineData(EnquiryKind.Query, EnquiryPlace.Other, null)]
    [InlineData(EnquiryKind.Comment, EnquiryPlace.DirectMessage, "Enquiry.MessageNotRemoved")]
    [InlineData(EnquiryKind.Journalist, EnquiryPlace.PublicComment, "Enquiry.JournalistNotRemoved")]
    public void Only_what_an_audience_sees_is_removed(EnquiryKind kind, EnquiryPlace place, string? refused) =>
        Assert.Equal(refused, EnquiryBuilder.Logged(kind, place).CheckMayRemove().Error?.Code);

    [Fact]
    [Trait("Clause", "BEH-3")]
    public void A_journalist_is_acknowledged_freely_and_answered_only_along_a_cleared_line()
    {
        var enquiry = EnquiryBuilder.Logged(EnquiryKind.Journalist);
        Result Clear(bool? cleared, string line, string because, Actor by) => enquiry.Clear(cleared, line, because, by, At);

        Assert.Equal(EnquiryErrors.NotClearedYet, enquiry.Reply("No comment.", EnquiryBuilder.Leader, At).Error);
        EnquiryBuilder.Done(enquiry.Acknowledge("We come back to you.", EnquiryBuilder.Worker, At));
        Assert.Equal(EnquiryErrors.NotClearedYet, enquiry.Reply("No comment.", EnquiryBuilder.Worker, At).Error);
        Assert.Equal(EnquiryErrors.OnlyLeadersClear, Clear(true, "Line", "", EnquiryBuilder.Worker).Error);
        Assert.Equal(EnquiryErrors.ClearanceMissing, Clear(null, "Line", "", EnquiryBuilder.Leader).Error);
        Assert.Equal(EnquiryErrors.AgreedLineMissing, Clear(true, " ", "No.", EnquiryBuilder.Leader).Error);
        Assert.Equal(EnquiryErrors.NotClearedReasonMissing, Clear(false, "Line", " ", EnquiryBuilder.Leader).Error);

        EnquiryBuilder.Done(Clear(false, "", "The police ask us to wait.", EnquiryBuilder.Leader));
        Assert.Equal(EnquiryErrors.ReplyNotCleared, enquiry.Reply("No comment.", EnquiryBuilder.Worker, At).Error);
        EnquiryBuilder.Done(Clear(true, "We welcome it.", "", EnquiryBuilder.Leader));
        EnquiryBuilder.Done(enquiry.Reply("We welcome it.", EnquiryBuilder.Worker, At));
        Assert.Equal(EnquiryErrors.Closed, Clear(false, "", "Late.", EnquiryBuilder.Leader).Error);
        Assert.Equal(EnquiryErrors.NoJournalist, EnquiryBuilder.Logged().Clear(true, "Line", "", EnquiryBuilder.Leader, At).Error);
    }

    [Fact]
    [Trait("Clause", "BEH-3")]
    public void Only_a_leader_says_that_a_journalist_is_none()
    {
        var enquiry = EnquiryBuilder.Logged(EnquiryKind.Journalist);
        var account = LiveAccounts.In(AccountStatus.Active);

        Assert.Equal(EnquiryErrors.JournalistStays, enquiry.Refile(account, EnquiryKind.Query, "A parent.", EnquiryBuilder.Worker, At).Error);
        EnquiryBuilder.Done(enquiry.Refile(account, EnquiryKind.Query, "A parent.", EnquiryBuilder.Leader, At));
        Assert.Equal(EnquiryKind.Query, enquiry.Kind);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public void Correcting_when_it_came_computes_a_new_due_time_with_its_reasons()
    {
        var enquiry = EnquiryBuilder.Logged();
        var saturday = EnquiryBuilder.DeadlineOf(At.AddDays(-3));

        Assert.Equal(EnquiryErrors.CorrectionReasonMissing, enquiry.CorrectReceived(saturday, "", EnquiryBuilder.Worker, At).Error);
        Assert.Equal(EnquiryErrors.SameReceived, enquiry.CorrectReceived(EnquiryBuilder.DeadlineOf(At), "Wrong.", EnquiryBuilder.Worker, At).Error);
        EnquiryBuilder.Done(enquiry.CorrectReceived(saturday, "It came at the weekend.", EnquiryBuilder.Worker, At));

        Assert.Equal((saturday.DueAt, ResponseRule.NextWorkingDay), (enquiry.DueAt, enquiry.Rule));
        Assert.Equal(saturday.Because, enquiry.Because);
        var happened = Assert.Single(enquiry.UnsavedEvents);
        Assert.Equal(["Received", "Due"], happened.Changes.Select(change => change.Field));
        Assert.Equal("It came at the weekend.", happened.Reason);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public void What_was_recorded_by_mistake_is_taken_back_and_stays_on_record()
    {
        var enquiry = EnquiryBuilder.In(EnquiryStatus.Closed);
        EnquiryBuilder.Done(enquiry.TakeBack("The wrong one was ticked.", EnquiryBuilder.Worker, At.AddHours(3)));

        Assert.Equal((EnquiryStatus.Open, null, null), (enquiry.Status, enquiry.AnsweredAt, enquiry.IsAnsweredInTime));
        Assert.All(enquiry.Responses, response => Assert.Equal(At.AddHours(3), response.TakenBackAt));
        EnquiryBuilder.Done(enquiry.Reply("On Friday.", EnquiryBuilder.Worker, At.AddHours(4)));
        Assert.Equal(At.AddHours(4), enquiry.AnsweredAt);
        Assert.Null(enquiry.Responses[^1].TakenBackAt);
    }

    [Fact]
    public void It_is_given_to_whoever_can_sign_in_and_not_twice_to_the_same()
    {
        var enquiry = EnquiryBuilder.Logged();
        var directory = BusinessCases.Directory(Support.People.InDirectory(12, "Gone", "Away", BrierleyHill.SocialGov.Domain.People.PersonStatus.Deactivated));

        Assert.Equal(EnquiryErrors.AssigneeNotActive, enquiry.Assign(12, directory, EnquiryBuilder.Worker, At).Error);
        Assert.Equal(EnquiryErrors.AssigneeNotActive, enquiry.Assign(99, directory, EnquiryBuilder.Worker, At).Error);
        Assert.Equal(EnquiryErrors.AssignedAlready, enquiry.Assign(null, directory, EnquiryBuilder.Worker, At).Error);
        EnquiryBuilder.Done(enquiry.Assign(5, directory, EnquiryBuilder.Worker, At));
        Assert.Equal(EnquiryErrors.AssignedAlready, enquiry.Assign(5, directory, EnquiryBuilder.Worker, At).Error);
        EnquiryBuilder.Done(enquiry.Assign(null, directory, EnquiryBuilder.Worker, At));
        Assert.Null(enquiry.AssigneeId);
    }

    [Fact]
    public void No_free_text_reaches_the_audit()
    {
        const string secret = "Quillan of class 3";
        var enquiry = Enquiry.Log(
            EnquiryBuilder.Answers(EnquiryKind.Journalist, from: secret, text: secret, link: "https://example.org/quillan"), LiveAccounts.In(AccountStatus.Active), EnquiryBuilder.DeadlineOf(At), EnquiryBuilder.Worker, At).Value;
        EnquiryBuilder.Done(enquiry.Acknowledge(secret, EnquiryBuilder.Worker, At));
        EnquiryBuilder.Done(enquiry.Clear(true, secret, "", EnquiryBuilder.Leader, At));
        EnquiryBuilder.Done(enquiry.Reply(secret, EnquiryBuilder.Worker, At));

        Assert.Equal(4, enquiry.UnsavedEvents.Count);
        Assert.DoesNotContain("uillan", string.Concat(enquiry.UnsavedEvents.SelectMany(happened => happened.Changes).Select(change => change.Before + change.After)), StringComparison.Ordinal);
        Assert.All(enquiry.UnsavedEvents, happened => Assert.Null(happened.Reason));
    }
}

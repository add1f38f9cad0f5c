using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Enquiries;

/// <summary>Whatever is done to an enquiry, and in whatever order: the clock is stopped by the first answer alone.</summary>
public class EnquiryHistoryTests
{
    private static readonly Gen<(int What, int Hours)[]> AnyHistory = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 40]).Array[0, 25];

    private static Result Do(Enquiry enquiry, int what, DateTime at) => what switch
    {
        0 => enquiry.Acknowledge("Thank you.", EnquiryBuilder.Worker, at),
        1 => enquiry.Reply("On Friday.", EnquiryBuilder.Worker, at),
        2 => enquiry.Remove(RemovalMeans.Deleted, true, "Rude.", "", EnquiryBuilder.Worker, at),
        3 => enquiry.Close("Nothing more.", EnquiryBuilder.Worker, at),
        4 => enquiry.Reopen("More.", EnquiryBuilder.Worker, at),
        5 => enquiry.TakeBack("A mistake.", EnquiryBuilder.Worker, at),
        6 => enquiry.CorrectReceived(EnquiryBuilder.DeadlineOf(at.AddDays(-2)), "Wrong.", EnquiryBuilder.Worker, at),
        7 => enquiry.Assign(5, BusinessCases.Directory(), EnquiryBuilder.Worker, at),
        _ => enquiry.Refile(LiveAccounts.In(AccountStatus.Active), EnquiryKind.Comment, "Wrong.", EnquiryBuilder.Worker, at),
    };

    [Fact]
    [Trait("Clause", "MON-2")]
    public void The_clock_is_stopped_by_the_first_answer_alone_and_the_due_time_is_that_of_when_it_was_received() => AnyHistory.Sample(
        history =>
        {
            var enquiry = EnquiryBuilder.Logged();
            var (at, stopped, holds) = (EnquiryBuilder.At, (DateTime?)null, true);
            foreach (var (what, hours) in history)
            {
                at = at.AddHours(hours);
                var before = (enquiry.Status, enquiry.AnsweredAt, enquiry.DueAt, enquiry.Responses.Count);
                var done = Do(enquiry, what, at);
                if (done.IsRefused)
                {
                    holds &= before == (enquiry.Status, enquiry.AnsweredAt, enquiry.DueAt, enquiry.Responses.Count);
                }
                else
                {
                    stopped = what switch
                    {
                        0 or 1 or 2 => stopped ?? at,
                        5 => null,
                        _ => stopped,
                    };
                }

                // Answered means stopped, and the due time is always that of when it was received, with its reasons.
                var deadline = EnquiryBuilder.DeadlineOf(enquiry.ReceivedAt);
                holds &= enquiry.AnsweredAt == stopped
                    && (enquiry.Status == EnquiryStatus.Open) == (enquiry.AnsweredAt is null)
                    && enquiry.DueAt == deadline.DueAt
                    && enquiry.Because.SequenceEqual(deadline.Because)
                    && enquiry.IsAnsweredInTime == (stopped is { } then ? then < enquiry.DueAt : null);
            }

            return holds;
        },
        iter: 2000);

    [Fact]
    public void The_random_histories_stop_the_clock_and_take_it_back()
    {
        var (stopped, takenBack) = (0, 0);
        AnyHistory.Sample(
            history =>
            {
                var enquiry = EnquiryBuilder.Logged();
                var at = EnquiryBuilder.At;
                foreach (var (what, hours) in history)
                {
                    at = at.AddHours(hours);
                    Do(enquiry, what, at);
                }

                Interlocked.Add(ref stopped, enquiry.AnsweredAt is null ? 0 : 1);
                Interlocked.Add(ref takenBack, enquiry.Responses.Any(response => response.TakenBackAt is not null) ? 1 : 0);
            },
            iter: 500);
        Assert.True(stopped > 50, $"{stopped} were stopped.");
        Assert.True(takenBack > 50, $"{takenBack} were taken back.");
    }
}

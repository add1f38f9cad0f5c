using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Enquiries;

/// <summary>The whole table: what can be done in which status, and what comes of it.</summary>
public class EnquiryStatusTests
{
    private static readonly DateTime Later = EnquiryBuilder.At.AddHours(3);

    private static readonly Dictionary<string, Func<Enquiry, Result>> Actions = new()
    {
        ["acknowledge"] = enquiry => enquiry.Acknowledge("Thank you.", EnquiryBuilder.Worker, Later),
        ["reply"] = enquiry => enquiry.Reply("On Friday.", EnquiryBuilder.Worker, Later),
        ["remove"] = enquiry => enquiry.Remove(RemovalMeans.Hidden, true, "It insulted somebody.", "", EnquiryBuilder.Worker, Later),
        ["close"] = enquiry => enquiry.Close("Nothing more.", EnquiryBuilder.Worker, Later),
        ["assign"] = enquiry => enquiry.Assign(5, BusinessCases.Directory(), EnquiryBuilder.Worker, Later),
        ["correct"] = enquiry => enquiry.CorrectReceived(EnquiryBuilder.DeadlineOf(EnquiryBuilder.At.AddHours(-1)), "Wrong.", EnquiryBuilder.Worker, Later),
        ["refile"] = enquiry => enquiry.Refile(LiveAccounts.In(AccountStatus.Active), EnquiryKind.Complaint, "Wrong.", EnquiryBuilder.Worker, Later),
        ["reopen"] = enquiry => enquiry.Reopen("More to do.", EnquiryBuilder.Worker, Later),
        ["take back"] = enquiry => enquiry.TakeBack("The wrong one was ticked.", EnquiryBuilder.Worker, Later),
    };

    public static TheoryData<string, EnquiryStatus, EnquiryStatus?> Table => new()
    {
        { "acknowledge", EnquiryStatus.Open, EnquiryStatus.Acknowledged },
        { "acknowledge", EnquiryStatus.Acknowledged, null },
        { "acknowledge", EnquiryStatus.Closed, null },
        { "reply", EnquiryStatus.Open, EnquiryStatus.Closed },
        { "reply", EnquiryStatus.Acknowledged, EnquiryStatus.Closed },
        { "reply", EnquiryStatus.Closed, null },
        { "remove", EnquiryStatus.Open, EnquiryStatus.Closed },
        { "remove", EnquiryStatus.Acknowledged, EnquiryStatus.Closed },
        { "remove", EnquiryStatus.Closed, null },
        { "close", EnquiryStatus.Open, null },
        { "close", EnquiryStatus.Acknowledged, EnquiryStatus.Closed },
        { "close", EnquiryStatus.Closed, null },
        { "assign", EnquiryStatus.Open, EnquiryStatus.Open },
        { "assign", EnquiryStatus.Acknowledged, EnquiryStatus.Acknowledged },
        { "assign", EnquiryStatus.Closed, null },
        { "correct", EnquiryStatus.Open, EnquiryStatus.Open },
        { "correct", EnquiryStatus.Acknowledged, EnquiryStatus.Acknowledged },
        { "correct", EnquiryStatus.Closed, null },
        { "refile", EnquiryStatus.Open, EnquiryStatus.Open },
        { "refile", EnquiryStatus.Acknowledged, EnquiryStatus.Acknowledged },
        { "refile", EnquiryStatus.Closed, null },
        { "reopen", EnquiryStatus.Open, null },
        { "reopen", EnquiryStatus.Acknowledged, null },
        { "reopen", EnquiryStatus.Closed, EnquiryStatus.Acknowledged },
        { "take back", EnquiryStatus.Open, null },
        { "take back", EnquiryStatus.Acknowledged, EnquiryStatus.Open },
        { "take back", EnquiryStatus.Closed, EnquiryStatus.Open },
    };

    [Theory]
    [MemberData(nameof(Table))]
    [Trait("Clause", "MON-2")]
    public void An_action_leads_where_the_table_says_or_leaves_everything_as_it_was(string action, EnquiryStatus from, EnquiryStatus? to)
    {
        var enquiry = EnquiryBuilder.In(from);
        var stopped = enquiry.AnsweredAt;

        var done = Actions[action](enquiry);

        Assert.Equal(to is null, done.IsRefused);
        Assert.Equal(to ?? from, enquiry.Status);
        if (to is null)
        {
            Assert.Equal(ErrorKind.Conflict, done.Error!.Kind);
            Assert.Empty(enquiry.UnsavedEvents);
            Assert.Equal(stopped, enquiry.AnsweredAt);
        }
        else
        {
            Assert.Single(enquiry.UnsavedEvents);
        }
    }

    [Fact]
    public void The_table_is_whole() =>
        Assert.Equal(
            Actions.Keys.SelectMany(action => Enum.GetValues<EnquiryStatus>().Select(status => (action, status))).OrderBy(row => row.action, StringComparer.Ordinal).ThenBy(row => row.status),
            Table.Select(row => ((string)row[0]!, (EnquiryStatus)row[1]!)).OrderBy(row => row.Item1, StringComparer.Ordinal).ThenBy(row => row.Item2));
}

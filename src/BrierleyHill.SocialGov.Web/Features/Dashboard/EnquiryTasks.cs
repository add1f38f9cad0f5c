using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Dashboard;

/// <summary>Reads what the signed-in person has to do about enquiries: those that are theirs to answer, and what leaders and administrators look after.</summary>
public sealed class EnquiryTasks(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The tasks, by one query.</summary>
    public async Task<IReadOnlyList<OwnTask>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var waiting = (await database.LoadEnquiryLinesAsync(person.Actor, now, cancellationToken)).ToLookup(item => item.Line, item => item.DueAt);
        List<OwnTask> tasks = [];
        Add(tasks, waiting[EnquiryLine.Own], "Answer 1 enquiry", "Answer {0} enquiries", "/enquiries?State=Open", now);
        Add(tasks, waiting[EnquiryLine.Overdue], "See to 1 overdue enquiry", "See to {0} overdue enquiries", "/enquiries?State=Overdue", now);
        Add(tasks, waiting[EnquiryLine.ToClear], "Decide about the reply to 1 journalist", "Decide about the replies to {0} journalists", "/enquiries?Kind=Journalist", now);
        Add(tasks, waiting[EnquiryLine.Draft], "Sort 1 e-mail of the platforms", "Sort {0} e-mails of the platforms", "/enquiries/drafts", now);
        return tasks;
    }

    private static void Add(List<OwnTask> tasks, IEnumerable<DateTime> due, string one, string many, string path, DateTime now)
    {
        if (due.Order().ToList() is not { Count: > 0 } times)
        {
            return;
        }

        var count = times.Count > EnquiryQueries.MostCounted
            ? string.Create(CultureInfo.InvariantCulture, $"more than {EnquiryQueries.MostCounted}")
            : times.Count.ToString(CultureInfo.InvariantCulture);
        var next = Countdown.InWords(times[0], now);
        tasks.Add(new OwnTask(
            times.Count == 1 ? one : string.Format(CultureInfo.InvariantCulture, many, count),
            path,
            times.Count == 1 ? $"It is {next}" : times[0] <= now ? $"The first is {next}" : $"The next is {next}",
            times[0] <= now));
    }
}

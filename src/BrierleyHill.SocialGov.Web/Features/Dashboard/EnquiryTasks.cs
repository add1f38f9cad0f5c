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
        if (waiting[EnquiryLine.ToClear].Count() is > 0 and var journalists)
        {
            tasks.Add(new OwnTask(
                journalists == 1 ? "Decide about the reply to a journalist" : $"Decide about the replies to {Number(journalists)} journalists",
                "/enquiries?Kind=Journalist",
                "No reply is given before a senior leader clears it",
                true));
        }

        Add(tasks, waiting[EnquiryLine.Draft], "Sort 1 e-mail of the platforms", "Sort {0} e-mails of the platforms", "/enquiries/drafts", now);
        return tasks;
    }

    private static string Number(int count) => count > EnquiryQueries.MostCounted
        ? string.Create(CultureInfo.InvariantCulture, $"more than {EnquiryQueries.MostCounted}")
        : count.ToString(CultureInfo.InvariantCulture);

    private static void Add(List<OwnTask> tasks, IEnumerable<DateTime> due, string one, string many, string path, DateTime now)
    {
        if (due.Order().ToList() is not { Count: > 0 } times)
        {
            return;
        }

        var next = Countdown.InWords(times[0], now);
        tasks.Add(new OwnTask(
            times.Count == 1 ? one : string.Format(CultureInfo.InvariantCulture, many, Number(times.Count)),
            path,
            times.Count == 1 ? $"It is {next}" : times[0] <= now ? $"The first is {next}" : $"The next is {next}",
            times[0] <= now));
    }
}

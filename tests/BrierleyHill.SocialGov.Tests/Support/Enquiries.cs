using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Makes enquiries through the domain's own methods, in every status.</summary>
public static class EnquiryBuilder
{
    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTime At { get; } = BusinessCases.At;

    public static Actor Worker { get; } = People.Actor(2);

    public static Actor Leader { get; } = People.Actor(9, Roles.SeniorLeader);

    public static ResponseDeadline DeadlineOf(DateTime receivedAt) => ResponseDeadline.Of(receivedAt, WorkingCalendar.EnglandAndWales, ResponseSettings.OfPolicy);

    public static EnquiryAnswers Answers(
        EnquiryKind? kind = EnquiryKind.Query, EnquiryPlace? place = EnquiryPlace.PublicComment, string? from = "A parent", string? text = "When is the fair?", string? link = "", int? account = 0) =>
        new(account, kind, place, from, text, link);

    public static void Done(Result result) => Accounts.Done(result);

    /// <summary>One that was logged just now, whose events are taken.</summary>
    public static Enquiry Logged(EnquiryKind kind = EnquiryKind.Query, EnquiryPlace place = EnquiryPlace.PublicComment, DateTime? receivedAt = null)
    {
        var enquiry = Enquiry.Log(Answers(kind, place), LiveAccounts.In(AccountStatus.Active), DeadlineOf(receivedAt ?? At), Worker, At).Value;
        enquiry.TakeEvents();
        return enquiry;
    }

    /// <summary>One in the given status.</summary>
    public static Enquiry In(EnquiryStatus status, EnquiryKind kind = EnquiryKind.Query, EnquiryPlace place = EnquiryPlace.PublicComment)
    {
        var enquiry = Logged(kind, place);
        if (status != EnquiryStatus.Open)
        {
            Accounts.Done(enquiry.Acknowledge("Thank you.", Worker, At.AddHours(1)));
        }

        if (status == EnquiryStatus.Closed)
        {
            Accounts.Done(enquiry.Close("Nothing more.", Worker, At.AddHours(2)));
        }

        enquiry.TakeEvents();
        return enquiry;
    }

    /// <summary>Logs one in the portal's database, as the form does.</summary>
    public static Task<Enquiry> AddEnquiryAsync(
        this PortalFactory portal,
        int accountId,
        Person by,
        DateTime? receivedAt = null,
        EnquiryKind kind = EnquiryKind.Query,
        EnquiryPlace place = EnquiryPlace.PublicComment,
        string from = "A parent",
        string text = "When is the fair?",
        Action<Enquiry>? also = null) => portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.SingleAsync(found => found.Id == accountId);
            var enquiry = Enquiry.Log(Answers(kind, place, from, text, account: accountId), account, DeadlineOf(receivedAt ?? portal.Now), by.AsActor(), portal.Now).Value;
            database.Enquiries.Add(enquiry);
            await database.SaveChangesAsync();
            if (also is not null)
            {
                also(enquiry);
                await database.SaveChangesAsync();
            }

            return enquiry;
        });

    public static Task<Enquiry> EnquiryAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.Enquiries.AsNoTracking().SingleAsync(enquiry => enquiry.Id == id));

    public static Task<EnquiryDraft> AddDraftAsync(this PortalFactory portal, int? accountId, string text = "“When is the fair?”", DateTime? receivedAt = null) =>
        portal.UseDatabaseAsync(async database =>
        {
            var draft = EnquiryDraft.Take(
                string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}{Guid.NewGuid():N}"),
                "notification@platform.example",
                "Somebody commented",
                text,
                DeadlineOf(receivedAt ?? portal.Now),
                accountId,
                Actor.Portal("Mailbox"),
                portal.Now);
            database.EnquiryDrafts.Add(draft);
            await database.SaveChangesAsync();
            return draft;
        });
}

using System.Globalization;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BrierleyHill.SocialGov.Benchmarks;

/// <summary>
/// Fills a SQLite file with enquiries and all that hangs on them (deadline, alerts, notifications, e-mails, audit lines in a chain that is
/// whole) by plain inserts in one transaction: the portal's own way would take hours for a million. Columns come from the portal's model.
/// </summary>
/// <param name="path">The file, migrated and with people and accounts in it.</param>
/// <param name="database">The portal's model.</param>
/// <param name="accountIds">The accounts that the enquiries are of.</param>
/// <param name="personIds">Who logs, answers and is told.</param>
/// <param name="now">Now, UTC.</param>
public sealed class BulkFill(string path, SocialGovDbContext database, int[] accountIds, int[] personIds, DateTime now)
{
    private const int LeastOpen = 60;

    private readonly Random _random = new(20261125);

    /// <summary>
    /// Adds enquiries, of which one in a hundred is open: of these a part is overdue, and the rest is due within a day. Sixty are open at
    /// least, so that the queue has fifty rows to show at every size: a page of ten rows would be held against one of fifty.
    /// </summary>
    public void Add(int count) => Add(count, index => index % 100 == 0 || index < LeastOpen);

    /// <summary>Adds open enquiries whose first alert has come due and was not raised.</summary>
    public void AddDue(int count) => Add(count, _ => true, areDueNow: true);

    private void Add(int count, Func<int, bool> isOpen, bool areDueNow = false)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        Execute(connection, "PRAGMA synchronous=OFF");
        Execute(connection, "PRAGMA cache_size=-400000");
        using var transaction = connection.BeginTransaction();
        var first = (int)Number(connection, "SELECT COALESCE(MAX(\"Id\"), 0) FROM \"Enquiries\"") + 1;
        var deadline = (int)Number(connection, "SELECT COALESCE(MAX(\"Id\"), 0) FROM \"Deadlines\"") + 1;
        var sequence = Number(connection, "SELECT \"Sequence\" FROM \"AuditHeads\"");
        var hash = (string)Scalar(connection, "SELECT \"Hash\" FROM \"AuditHeads\"");
        using var enquiries = Insert.Into<Enquiry>(connection, database.Model);
        using var responses = Insert.Into<EnquiryResponse>(connection, database.Model);
        using var deadlines = Insert.Into<Deadline>(connection, database.Model);
        using var alerts = Insert.Into<DeadlineAlert>(connection, database.Model);
        using var notifications = Insert.Into<Notification>(connection, database.Model);
        using var emails = Insert.Into<OutgoingEmail>(connection, database.Model);
        using var lines = Insert.Into<AuditEvent>(connection, database.Model);

        for (var index = 0; index < count; index++)
        {
            var (id, deadlineId) = (first + index, deadline + index);
            var open = isOpen(index);
            // What is closed came over the past nine years, what is open within the last two days.
            var received = open
                ? now.AddMinutes(areDueNow ? -_random.Next(1200, 1430) : -_random.Next(1, 2000))
                : now.AddMinutes(-_random.Next(4000, 9 * 365 * 1440));
            received = new DateTime(received.Ticks - (received.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
            var due = received.AddHours(24);
            var reference = Reference.Of(Enquiry.ReferenceKind, id);
            var (account, person) = (accountIds[_random.Next(accountIds.Length)], personIds[_random.Next(personIds.Length)]);
            DateTime? answered = open ? null : received.AddMinutes(_random.Next(5, 1700));
            var (from, text) = ($"A parent {index}", $"Is the hall open on Saturday for the fair number {index}? We would like to bring cakes and two tables, and my mother comes along.");
            enquiries.Add(new()
            {
                ["Id"] = id,
                ["AccountId"] = account,
                ["LoggedById"] = person,
                ["Kind"] = (EnquiryKind)(index % 3),
                ["Place"] = (EnquiryPlace)(index % 4),
                ["From"] = from,
                ["Text"] = text,
                ["SearchText"] = $"{from}\n{text}".ToUpperInvariant(),
                ["DueBecause"] = "It was received on a working day.\nAn answer is due within 24 hours.",
                ["Status"] = open ? EnquiryStatus.Open : EnquiryStatus.Closed,
                ["ReceivedAt"] = received,
                ["LoggedAt"] = received.AddMinutes(3),
                ["DueAt"] = due,
                ["Rule"] = ResponseRule.WithinHours,
                ["AnsweredAt"] = answered,
                ["AssigneeId"] = index % 3 == 0 ? person : null,
            });
            if (answered is { } repliedAt)
            {
                responses.Add(new()
                {
                    ["EnquiryId"] = id,
                    ["Kind"] = ResponseKind.Reply,
                    ["Words"] = "Thank you for asking. Yes, it is open from nine, and tables are welcome.",
                    ["ById"] = person,
                    ["At"] = repliedAt,
                });
            }

            var soon = due.AddHours(-4);
            var wasLate = answered >= due;
            deadlines.Add(new()
            {
                ["Id"] = deadlineId,
                ["Subject"] = DeadlineSubject.Enquiry,
                ["SubjectId"] = id,
                ["SubjectReference"] = reference,
                ["DueSoonAt"] = soon,
                ["DueAt"] = due,
                ["EscalatesAt"] = due.AddHours(4),
                ["NextAlertAt"] = open ? (areDueNow ? soon : soon > now ? soon : due > now ? due : now.AddDays(30)) : (DateTime?)null,
                ["EndedAt"] = answered,
            });
            if (wasLate || (open && !areDueNow && soon <= now))
            {
                alerts.Add(new() { ["DeadlineId"] = deadlineId, ["Level"] = AlertLevel.DueSoon, ["DueAt"] = due, ["At"] = soon, ["IsSkipped"] = false });
            }

            notifications.Add(new()
            {
                ["PersonId"] = person,
                ["Reference"] = reference,
                ["Text"] = $"The enquiry {reference} waits for an answer.",
                ["Path"] = $"/enquiries/{id}",
                ["CreatedAt"] = received,
                ["ReadAt"] = open && index % 1000 == 0 ? null : received.AddHours(1),
            });
            emails.Add(new()
            {
                ["MessageId"] = $"{Guid.NewGuid():N}@localhost",
                ["PersonId"] = person,
                ["ToAddress"] = "somebody@brierleyhill.example",
                ["Subject"] = $"{reference}: an enquiry waits",
                ["Status"] = OutgoingEmailStatus.Sent,
                ["QueuedAt"] = received,
                ["NextAttemptAt"] = received,
                ["SentAt"] = received.AddSeconds(2),
            });
            hash = AddLine(lines, ++sequence, hash, "EnquiryLogged", id, reference, person, received);
            if (answered is { } at)
            {
                hash = AddLine(lines, ++sequence, hash, "EnquiryAnswered", id, reference, person, at);
            }
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"UPDATE \"AuditHeads\" SET \"Sequence\" = {sequence}, \"Hash\" = '{hash}'"));
        transaction.Commit();
        // What SQLite's planner knows of the tables, as after some weeks of use.
        Execute(connection, "ANALYZE");
    }

    private static string AddLine(Insert lines, long sequence, string previous, string name, int id, string reference, int person, DateTime at)
    {
        var line = new AuditEvent(sequence, previous, new AuditContent(at, name, person, "Somebody", nameof(Enquiry), id, reference, null, null, null, null));
        lines.AddRecord(line);
        return line.Hash;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this program's own.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static object Scalar(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this program's own.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar()!;
    }

    private static long Number(SqliteConnection connection, string text) => Convert.ToInt64(Scalar(connection, text), CultureInfo.InvariantCulture);
}

/// <summary>One prepared insert into the table of a type. What is not given gets the value that the type begins with.</summary>
internal sealed class Insert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly (IProperty Property, SqliteParameter Parameter, object? Absent)[] _columns;

    private Insert(SqliteConnection connection, IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        // A number that the database gives is left to it unless it is given.
        _columns =
        [
            .. type.GetProperties().Where(property => property.GetColumnName(table) is not null)
                .Select(property => (property, new SqliteParameter { ParameterName = "@" + property.Name }, Absent(property))),
        ];
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the portal's own model.
        _command.CommandText =
            $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", _columns.Select(column => $"\"{column.Property.GetColumnName(table)}\""))}) "
            + $"VALUES ({string.Join(", ", _columns.Select(column => column.Parameter.ParameterName))})";
#pragma warning restore CA2100
        _command.Parameters.AddRange(_columns.Select(column => column.Parameter));
        _command.Prepare();
    }

    public static Insert Into<T>(SqliteConnection connection, IModel model) =>
        new(connection, model.GetEntityTypes().Single(type => type.ClrType == typeof(T)));

    public void Add(Dictionary<string, object?> values)
    {
        foreach (var (property, parameter, absent) in _columns)
        {
            // A key of its own for each: no two rows have the same.
            parameter.Value = (values.TryGetValue(property.Name, out var given) ? Stored(property, given)
                : property.Name == "Key" && property.ClrType == typeof(Guid) ? Guid.NewGuid().ToString().ToUpperInvariant()
                : absent) ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void AddRecord(object record)
    {
        foreach (var (property, parameter, _) in _columns)
        {
            parameter.Value = Stored(property, property.PropertyInfo?.GetValue(record)) ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private static object? Stored(IProperty property, object? value)
    {
        var converter = property.GetTypeMapping().Converter;
        return value is null ? null : converter is null ? value : converter.ConvertToProvider(value);
    }

    private static object? Absent(IProperty property)
    {
        if (property.IsNullable || property.IsPrimaryKey())
        {
            return null;
        }

        var type = property.ClrType;
        return Stored(property, type == typeof(string) ? "" : type == typeof(DateTime) ? DateTime.UnixEpoch : Activator.CreateInstance(type));
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BrierleyHill.SocialGov.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EnquiriesDeadlinesAndMonitoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_PersonId_ReadAt",
                table: "Notifications");

            migrationBuilder.AddColumn<int>(
                name: "SummaryKinds",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarCorrections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MadeById = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarCorrections_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalendarSubscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarSubscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarSubscriptions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    SubjectId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectReference = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    DueSoonAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EscalatesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextAlertAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailboxPositions",
                columns: table => new
                {
                    Mailbox = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Validity = table.Column<long>(type: "INTEGER", nullable: false),
                    LastUid = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxPositions", x => x.Mailbox);
                });

            migrationBuilder.CreateTable(
                name: "MonitoringChecks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    SlotAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SlotPersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    OnDutyId = table.Column<int>(type: "INTEGER", nullable: true),
                    OnDutyBecause = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneById = table.Column<int>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Result = table.Column<int>(type: "INTEGER", nullable: true),
                    LookedAt = table.Column<int>(type: "INTEGER", nullable: false),
                    Found = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IncidentRaisedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IncidentRaisedById = table.Column<int>(type: "INTEGER", nullable: true),
                    IncidentReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonitoringChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MonitoringChecks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringChecks_People_DoneById",
                        column: x => x.DoneById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringChecks_People_IncidentRaisedById",
                        column: x => x.IncidentRaisedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringChecks_People_OnDutyId",
                        column: x => x.OnDutyId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringChecks_People_SlotPersonId",
                        column: x => x.SlotPersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MonitoringRotas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    CountsDaysOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    PatienceHours = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpectsSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangeCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonitoringRotas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MonitoringRotas_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficialBankHolidays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficialBankHolidays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficialBankHolidays_People_ImportedById",
                        column: x => x.ImportedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolClosures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AddedById = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolClosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolClosures_People_AddedById",
                        column: x => x.AddedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolFactsStamps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolFactsStamps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SummaryLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SummaryLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SummaryLines_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WatchedFeeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextFetchAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FetchedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FailedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FailuresInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    Brought = table.Column<int>(type: "INTEGER", nullable: false),
                    EntityTag = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LastModified = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WatchedFeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineAlerts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsSkipped = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeadlineId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeadlineAlerts_Deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "Deadlines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Enquiries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Clearance = table.Column<int>(type: "INTEGER", nullable: true),
                    ClearanceWords = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    ClearanceById = table.Column<int>(type: "INTEGER", nullable: true),
                    ClearanceAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IncidentRaisedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IncidentRaisedById = table.Column<int>(type: "INTEGER", nullable: true),
                    IncidentBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Link = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rule = table.Column<int>(type: "INTEGER", nullable: false),
                    DueBecause = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AssigneeId = table.Column<int>(type: "INTEGER", nullable: true),
                    LoggedById = table.Column<int>(type: "INTEGER", nullable: false),
                    LoggedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MonitoringCheckId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enquiries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enquiries_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enquiries_MonitoringChecks_MonitoringCheckId",
                        column: x => x.MonitoringCheckId,
                        principalTable: "MonitoringChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enquiries_People_AssigneeId",
                        column: x => x.AssigneeId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enquiries_People_ClearanceById",
                        column: x => x.ClearanceById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enquiries_People_IncidentRaisedById",
                        column: x => x.IncidentRaisedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enquiries_People_LoggedById",
                        column: x => x.LoggedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MonitoringFollowUps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CheckId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgreedById = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneById = table.Column<int>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonitoringFollowUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MonitoringFollowUps_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringFollowUps_MonitoringChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "MonitoringChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringFollowUps_People_AgreedById",
                        column: x => x.AgreedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringFollowUps_People_DoneById",
                        column: x => x.DoneById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringFollowUps_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MonitoringRotaCovers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CoveredById = table.Column<int>(type: "INTEGER", nullable: true),
                    RotaId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonitoringRotaCovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MonitoringRotaCovers_MonitoringRotas_RotaId",
                        column: x => x.RotaId,
                        principalTable: "MonitoringRotas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MonitoringRotaCovers_People_CoveredById",
                        column: x => x.CoveredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonitoringRotaCovers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MonitoringRotaSlots",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RotaId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonitoringRotaSlots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MonitoringRotaSlots_MonitoringRotas_RotaId",
                        column: x => x.RotaId,
                        principalTable: "MonitoringRotas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MonitoringRotaSlots_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficialBankHolidayDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OfficialBankHolidaysId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficialBankHolidayDays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficialBankHolidayDays_OfficialBankHolidays_OfficialBankHolidaysId",
                        column: x => x.OfficialBankHolidaysId,
                        principalTable: "OfficialBankHolidays",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryDrafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Sender = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rule = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    EnquiryId = table.Column<int>(type: "INTEGER", nullable: true),
                    DismissedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnquiryDrafts_Enquiries_EnquiryId",
                        column: x => x.EnquiryId,
                        principalTable: "Enquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryResponses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Means = table.Column<int>(type: "INTEGER", nullable: false),
                    WhyNotExplained = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EnquiryId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryResponses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryResponses_Enquiries_EnquiryId",
                        column: x => x.EnquiryId,
                        principalTable: "Enquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EnquiryResponses_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mentions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LoggedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: true),
                    ScopeBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DecidedById = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EnquiryId = table.Column<int>(type: "INTEGER", nullable: true),
                    RaisedAsIncidentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: true),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    ChasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mentions_Enquiries_EnquiryId",
                        column: x => x.EnquiryId,
                        principalTable: "Enquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentions_Mentions_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Mentions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentions_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MentionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    MentionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentionKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentionKeys_Mentions_MentionId",
                        column: x => x.MentionId,
                        principalTable: "Mentions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MentionSightings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    FeedId = table.Column<int>(type: "INTEGER", nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LoggedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MentionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentionSightings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentionSightings_Mentions_MentionId",
                        column: x => x.MentionId,
                        principalTable: "Mentions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MentionSightings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MentionSightings_WatchedFeeds_FeedId",
                        column: x => x.FeedId,
                        principalTable: "WatchedFeeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MentionSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MentionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentionSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentionSteps_Mentions_MentionId",
                        column: x => x.MentionId,
                        principalTable: "Mentions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MentionSteps_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "SchoolFactsStamps",
                columns: new[] { "Id", "Stamp" },
                values: new object[] { 1, new Guid("8d1f4a52-6c0e-4f5b-9f0f-3a9c1c2b7e10") });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_CreatedAt",
                table: "Notifications",
                columns: new[] { "PersonId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_ReadAt_CreatedAt",
                table: "Notifications",
                columns: new[] { "PersonId", "ReadAt", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarCorrections_Date",
                table: "CalendarCorrections",
                column: "Date",
                unique: true,
                filter: "\"TakenBackAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarCorrections_MadeById",
                table: "CalendarCorrections",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarSubscriptions_PersonId",
                table: "CalendarSubscriptions",
                column: "PersonId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarSubscriptions_TokenHash",
                table: "CalendarSubscriptions",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineAlerts_DeadlineId_Level_DueAt",
                table: "DeadlineAlerts",
                columns: new[] { "DeadlineId", "Level", "DueAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_NextAlertAt",
                table: "Deadlines",
                column: "NextAlertAt",
                filter: "\"NextAlertAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_Subject_SubjectId",
                table: "Deadlines",
                columns: new[] { "Subject", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_AccountId_Status_DueAt",
                table: "Enquiries",
                columns: new[] { "AccountId", "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_AssigneeId_Status_DueAt",
                table: "Enquiries",
                columns: new[] { "AssigneeId", "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_ClearanceById",
                table: "Enquiries",
                column: "ClearanceById");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_DueAt",
                table: "Enquiries",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_IncidentRaisedById",
                table: "Enquiries",
                column: "IncidentRaisedById");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_Kind_Status_DueAt",
                table: "Enquiries",
                columns: new[] { "Kind", "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_LoggedById_Status_DueAt",
                table: "Enquiries",
                columns: new[] { "LoggedById", "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_MonitoringCheckId",
                table: "Enquiries",
                column: "MonitoringCheckId");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_Status_DueAt",
                table: "Enquiries",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_Waiting",
                table: "Enquiries",
                columns: new[] { "Status", "DueAt", "Id", "AccountId", "AssigneeId", "LoggedById", "Kind" },
                filter: "\"Status\" <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryDrafts_AccountId",
                table: "EnquiryDrafts",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryDrafts_EnquiryId",
                table: "EnquiryDrafts",
                column: "EnquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryDrafts_MessageHash",
                table: "EnquiryDrafts",
                column: "MessageHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryDrafts_Status_DueAt",
                table: "EnquiryDrafts",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryResponses_ById",
                table: "EnquiryResponses",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryResponses_EnquiryId",
                table: "EnquiryResponses",
                column: "EnquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_MentionKeys_Hash",
                table: "MentionKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MentionKeys_MentionId",
                table: "MentionKeys",
                column: "MentionId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_DecidedById",
                table: "Mentions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_EnquiryId",
                table: "Mentions",
                column: "EnquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_LoggedAt",
                table: "Mentions",
                column: "LoggedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_MergedIntoId",
                table: "Mentions",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_Status_LoggedAt",
                table: "Mentions",
                columns: new[] { "Status", "LoggedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MentionSightings_FeedId",
                table: "MentionSightings",
                column: "FeedId");

            migrationBuilder.CreateIndex(
                name: "IX_MentionSightings_MentionId",
                table: "MentionSightings",
                column: "MentionId");

            migrationBuilder.CreateIndex(
                name: "IX_MentionSightings_PersonId",
                table: "MentionSightings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MentionSteps_ById",
                table: "MentionSteps",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_MentionSteps_MentionId",
                table: "MentionSteps",
                column: "MentionId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_AccountId_At",
                table: "MonitoringChecks",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_AccountId_SlotAt",
                table: "MonitoringChecks",
                columns: new[] { "AccountId", "SlotAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_DoneById",
                table: "MonitoringChecks",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_IncidentRaisedById",
                table: "MonitoringChecks",
                column: "IncidentRaisedById");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_OnDutyId",
                table: "MonitoringChecks",
                column: "OnDutyId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_SlotPersonId",
                table: "MonitoringChecks",
                column: "SlotPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_Status_OnDutyId",
                table: "MonitoringChecks",
                columns: new[] { "Status", "OnDutyId" });

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringFollowUps_AccountId",
                table: "MonitoringFollowUps",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringFollowUps_AgreedById",
                table: "MonitoringFollowUps",
                column: "AgreedById");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringFollowUps_CheckId",
                table: "MonitoringFollowUps",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringFollowUps_DoneById",
                table: "MonitoringFollowUps",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringFollowUps_PersonId_DoneAt",
                table: "MonitoringFollowUps",
                columns: new[] { "PersonId", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringRotaCovers_CoveredById",
                table: "MonitoringRotaCovers",
                column: "CoveredById");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringRotaCovers_PersonId",
                table: "MonitoringRotaCovers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringRotaCovers_RotaId",
                table: "MonitoringRotaCovers",
                column: "RotaId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringRotas_AccountId",
                table: "MonitoringRotas",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringRotaSlots_PersonId",
                table: "MonitoringRotaSlots",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringRotaSlots_RotaId_Day_Time",
                table: "MonitoringRotaSlots",
                columns: new[] { "RotaId", "Day", "Time" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficialBankHolidayDays_OfficialBankHolidaysId",
                table: "OfficialBankHolidayDays",
                column: "OfficialBankHolidaysId");

            migrationBuilder.CreateIndex(
                name: "IX_OfficialBankHolidays_ImportedById",
                table: "OfficialBankHolidays",
                column: "ImportedById");

            migrationBuilder.CreateIndex(
                name: "IX_OfficialBankHolidays_Year",
                table: "OfficialBankHolidays",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SchoolClosures_AddedById",
                table: "SchoolClosures",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolClosures_First",
                table: "SchoolClosures",
                column: "First");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryLines_PersonId_At",
                table: "SummaryLines",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WatchedFeeds_AddressKey",
                table: "WatchedFeeds",
                column: "AddressKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WatchedFeeds_Status_NextFetchAt",
                table: "WatchedFeeds",
                columns: new[] { "Status", "NextFetchAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarCorrections");

            migrationBuilder.DropTable(
                name: "CalendarSubscriptions");

            migrationBuilder.DropTable(
                name: "DeadlineAlerts");

            migrationBuilder.DropTable(
                name: "EnquiryDrafts");

            migrationBuilder.DropTable(
                name: "EnquiryResponses");

            migrationBuilder.DropTable(
                name: "MailboxPositions");

            migrationBuilder.DropTable(
                name: "MentionKeys");

            migrationBuilder.DropTable(
                name: "MentionSightings");

            migrationBuilder.DropTable(
                name: "MentionSteps");

            migrationBuilder.DropTable(
                name: "MonitoringFollowUps");

            migrationBuilder.DropTable(
                name: "MonitoringRotaCovers");

            migrationBuilder.DropTable(
                name: "MonitoringRotaSlots");

            migrationBuilder.DropTable(
                name: "OfficialBankHolidayDays");

            migrationBuilder.DropTable(
                name: "SchoolClosures");

            migrationBuilder.DropTable(
                name: "SchoolFactsStamps");

            migrationBuilder.DropTable(
                name: "SummaryLines");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "WatchedFeeds");

            migrationBuilder.DropTable(
                name: "Mentions");

            migrationBuilder.DropTable(
                name: "MonitoringRotas");

            migrationBuilder.DropTable(
                name: "OfficialBankHolidays");

            migrationBuilder.DropTable(
                name: "Enquiries");

            migrationBuilder.DropTable(
                name: "MonitoringChecks");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_PersonId_CreatedAt",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_PersonId_ReadAt_CreatedAt",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "SummaryKinds",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "Notifications");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_ReadAt",
                table: "Notifications",
                columns: new[] { "PersonId", "ReadAt" });
        }
    }
}

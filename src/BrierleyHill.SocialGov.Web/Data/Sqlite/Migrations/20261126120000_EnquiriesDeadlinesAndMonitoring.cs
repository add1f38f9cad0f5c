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
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rule = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "IX_Enquiries_AccountId",
                table: "Enquiries",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_AssigneeId",
                table: "Enquiries",
                column: "AssigneeId");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_LoggedById",
                table: "Enquiries",
                column: "LoggedById");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_MonitoringCheckId",
                table: "Enquiries",
                column: "MonitoringCheckId");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeadlineAlerts");

            migrationBuilder.DropTable(
                name: "EnquiryDrafts");

            migrationBuilder.DropTable(
                name: "MonitoringFollowUps");

            migrationBuilder.DropTable(
                name: "MonitoringRotaCovers");

            migrationBuilder.DropTable(
                name: "MonitoringRotaSlots");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "Enquiries");

            migrationBuilder.DropTable(
                name: "MonitoringRotas");

            migrationBuilder.DropTable(
                name: "MonitoringChecks");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BrierleyHill.SocialGov.Web.Data.SqlServer.Migrations
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Subject = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    SubjectId = table.Column<int>(type: "int", nullable: false),
                    SubjectReference = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    DueSoonAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EscalatesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextAlertAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Enquiries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Clearance = table.Column<int>(type: "int", nullable: true),
                    ClearanceWords = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ClearanceById = table.Column<int>(type: "int", nullable: true),
                    ClearanceAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IncidentRaisedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IncidentRaisedById = table.Column<int>(type: "int", nullable: true),
                    IncidentBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    IncidentId = table.Column<int>(type: "int", nullable: true),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Link = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rule = table.Column<int>(type: "int", nullable: false),
                    DueBecause = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AssigneeId = table.Column<int>(type: "int", nullable: true),
                    LoggedById = table.Column<int>(type: "int", nullable: false),
                    LoggedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MonitoringCheckId = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "DeadlineAlerts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Level = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsSkipped = table.Column<bool>(type: "bit", nullable: false),
                    DeadlineId = table.Column<int>(type: "int", nullable: false)
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
                name: "EnquiryDrafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MessageHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Sender = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rule = table.Column<int>(type: "int", nullable: false),
                    AccountId = table.Column<int>(type: "int", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    EnquiryId = table.Column<int>(type: "int", nullable: true),
                    DismissedBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Means = table.Column<int>(type: "int", nullable: false),
                    WhyNotExplained = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ById = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EnquiryId = table.Column<int>(type: "int", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeadlineAlerts");

            migrationBuilder.DropTable(
                name: "EnquiryDrafts");

            migrationBuilder.DropTable(
                name: "EnquiryResponses");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "Enquiries");
        }
    }
}

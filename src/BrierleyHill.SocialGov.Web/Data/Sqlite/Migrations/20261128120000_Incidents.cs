using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BrierleyHill.SocialGov.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Incidents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Enquiries_People_IncidentRaisedById",
                table: "Enquiries");

            migrationBuilder.DropForeignKey(
                name: "FK_MonitoringChecks_People_IncidentRaisedById",
                table: "MonitoringChecks");

            migrationBuilder.DropIndex(
                name: "IX_MonitoringChecks_IncidentRaisedById",
                table: "MonitoringChecks");

            migrationBuilder.DropIndex(
                name: "IX_Enquiries_IncidentRaisedById",
                table: "Enquiries");

            migrationBuilder.DropColumn(
                name: "IncidentId",
                table: "MonitoringChecks");

            migrationBuilder.DropColumn(
                name: "IncidentRaisedAt",
                table: "MonitoringChecks");

            migrationBuilder.DropColumn(
                name: "IncidentRaisedById",
                table: "MonitoringChecks");

            migrationBuilder.DropColumn(
                name: "IncidentReason",
                table: "MonitoringChecks");

            migrationBuilder.DropColumn(
                name: "IncidentId",
                table: "Mentions");

            migrationBuilder.DropColumn(
                name: "RaisedAsIncidentAt",
                table: "Mentions");

            migrationBuilder.DropColumn(
                name: "IncidentBecause",
                table: "Enquiries");

            migrationBuilder.DropColumn(
                name: "IncidentId",
                table: "Enquiries");

            migrationBuilder.DropColumn(
                name: "IncidentRaisedAt",
                table: "Enquiries");

            migrationBuilder.DropColumn(
                name: "IncidentRaisedById",
                table: "Enquiries");

            migrationBuilder.AddColumn<int>(
                name: "IncidentId",
                table: "OutgoingEmails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Key",
                table: "OutgoingEmails",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "Key",
                table: "Notifications",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // Each of those that there are gets a key of its own, as the new ones do.
            migrationBuilder.Sql(
                """
                UPDATE "Notifications" SET "Key" = hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6));
                """);

            migrationBuilder.Sql(
                """
                UPDATE "OutgoingEmails" SET "Key" = hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6));
                """);

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: true),
                    AssessedBecause = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    ImmediateActions = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    NextSteps = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    AssessedById = table.Column<int>(type: "INTEGER", nullable: true),
                    AssessedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Finding = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    Lessons = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    ClauseIds = table.Column<string>(type: "TEXT", unicode: false, maxLength: 600, nullable: false),
                    ResolvedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Noticed = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDanger = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOwnMistake = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: true),
                    ReportedById = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: true),
                    PeopleReported = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ChronologyCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Incidents_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_People_AssessedById",
                        column: x => x.AssessedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_People_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_People_ReportedById",
                        column: x => x.ReportedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_People_ResolvedById",
                        column: x => x.ResolvedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChronologyEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    CorrectsNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Salt = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChronologyEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChronologyEntries_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChronologyEntries_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Content = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    BegunById = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentReviews_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentReviews_People_BegunById",
                        column: x => x.BegunById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentEvidence",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoredName = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: true),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    KeptSha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    HoldsLocation = table.Column<bool>(type: "INTEGER", nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ErasedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Erasure = table.Column<int>(type: "INTEGER", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentEvidence_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentEvidence_People_ErasedById",
                        column: x => x.ErasedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentInvestigators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentInvestigators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentInvestigators_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IncidentInvestigators_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentPeople",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    NamedType = table.Column<int>(type: "INTEGER", nullable: false),
                    NamedRole = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentPeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentPeople_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IncidentPeople_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentRoutes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedById = table.Column<int>(type: "INTEGER", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenOffAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenOffById = table.Column<int>(type: "INTEGER", nullable: true),
                    TakenOffBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentRoutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentRoutes_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IncidentRoutes_People_StartedById",
                        column: x => x.StartedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentRoutes_People_TakenOffById",
                        column: x => x.TakenOffById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonalDataBreaches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AwareAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WhatHappened = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    NumberOfPeople = table.Column<int>(type: "INTEGER", nullable: true),
                    Data = table.Column<int>(type: "INTEGER", nullable: false),
                    NumberOfRecords = table.Column<int>(type: "INTEGER", nullable: true),
                    Consequences = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    MeasuresTaken = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    MeasuresProposed = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Processors = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Risk = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: true),
                    ClockStoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CommissionerToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalDataBreaches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonalDataBreaches_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonalDataBreaches_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    AgencyReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NextContactAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MadeById = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GivenUpBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledById = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IncidentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Referrals_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_People_SettledById",
                        column: x => x.SettledById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewViews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewerId = table.Column<int>(type: "INTEGER", nullable: false),
                    InvitedById = table.Column<int>(type: "INTEGER", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Saw = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Concern = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Conclusion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SignedName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Seal = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReviewId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewViews_ContentReviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "ContentReviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReviewViews_People_InvitedById",
                        column: x => x.InvitedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewViews_People_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceReceipts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GivenById = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EvidenceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceReceipts_IncidentEvidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "IncidentEvidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EvidenceReceipts_People_GivenById",
                        column: x => x.GivenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentRouteSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    SkippedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Means = table.Column<int>(type: "INTEGER", nullable: false),
                    RouteId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentRouteSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentRouteSteps_IncidentRoutes_RouteId",
                        column: x => x.RouteId,
                        principalTable: "IncidentRoutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IncidentRouteSteps_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BreachAdvice",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TellCommissioner = table.Column<bool>(type: "INTEGER", nullable: false),
                    TellPeople = table.Column<bool>(type: "INTEGER", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    AdvisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BreachId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BreachAdvice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BreachAdvice_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BreachAdvice_PersonalDataBreaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "PersonalDataBreaches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BreachAwareness",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AwareAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DelayBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BreachId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BreachAwareness", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BreachAwareness_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BreachAwareness_PersonalDataBreaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "PersonalDataBreaches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BreachDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Matter = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    IsTold = table.Column<bool>(type: "INTEGER", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CommissionerReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DelayBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    OverrulesBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReconsidersBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DecidedById = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BreachId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BreachDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BreachDecisions_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BreachDecisions_PersonalDataBreaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "PersonalDataBreaches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BreachInformation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CommissionerReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BreachId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BreachInformation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BreachInformation_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BreachInformation_PersonalDataBreaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "PersonalDataBreaches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BreachRisks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Risk = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    AssessedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BreachId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BreachRisks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BreachRisks_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BreachRisks_PersonalDataBreaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "PersonalDataBreaches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReferralContacts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    Means = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    With = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AgencyReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Advice = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    NextContactAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReferralId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralContacts_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralContacts_Referrals_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referrals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingEmails_Key",
                table: "OutgoingEmails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Key",
                table: "Notifications",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BreachAdvice_BreachId",
                table: "BreachAdvice",
                column: "BreachId");

            migrationBuilder.CreateIndex(
                name: "IX_BreachAdvice_ById",
                table: "BreachAdvice",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_BreachAwareness_BreachId",
                table: "BreachAwareness",
                column: "BreachId");

            migrationBuilder.CreateIndex(
                name: "IX_BreachAwareness_ById",
                table: "BreachAwareness",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_BreachDecisions_BreachId",
                table: "BreachDecisions",
                column: "BreachId");

            migrationBuilder.CreateIndex(
                name: "IX_BreachDecisions_DecidedById",
                table: "BreachDecisions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_BreachInformation_BreachId",
                table: "BreachInformation",
                column: "BreachId");

            migrationBuilder.CreateIndex(
                name: "IX_BreachInformation_ById",
                table: "BreachInformation",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_BreachRisks_BreachId",
                table: "BreachRisks",
                column: "BreachId");

            migrationBuilder.CreateIndex(
                name: "IX_BreachRisks_ById",
                table: "BreachRisks",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ChronologyEntries_ById",
                table: "ChronologyEntries",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ChronologyEntries_IncidentId_Number",
                table: "ChronologyEntries",
                columns: new[] { "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentReviews_BegunById",
                table: "ContentReviews",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_ContentReviews_IncidentId_Number",
                table: "ContentReviews",
                columns: new[] { "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceReceipts_EvidenceId_GivenById",
                table: "EvidenceReceipts",
                columns: new[] { "EvidenceId", "GivenById" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceReceipts_GivenById",
                table: "EvidenceReceipts",
                column: "GivenById");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEvidence_ErasedById",
                table: "IncidentEvidence",
                column: "ErasedById");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEvidence_IncidentId_KeptSha256",
                table: "IncidentEvidence",
                columns: new[] { "IncidentId", "KeptSha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEvidence_IncidentId_Number",
                table: "IncidentEvidence",
                columns: new[] { "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEvidence_StoredName",
                table: "IncidentEvidence",
                column: "StoredName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentInvestigators_IncidentId",
                table: "IncidentInvestigators",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentInvestigators_PersonId_Until",
                table: "IncidentInvestigators",
                columns: new[] { "PersonId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentPeople_IncidentId_Number",
                table: "IncidentPeople",
                columns: new[] { "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentPeople_PersonId_Role",
                table: "IncidentPeople",
                columns: new[] { "PersonId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentRoutes_IncidentId_Number",
                table: "IncidentRoutes",
                columns: new[] { "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentRoutes_StartedById",
                table: "IncidentRoutes",
                column: "StartedById");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentRoutes_TakenOffById",
                table: "IncidentRoutes",
                column: "TakenOffById");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentRouteSteps_ById",
                table: "IncidentRouteSteps",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentRouteSteps_RouteId_Order",
                table: "IncidentRouteSteps",
                columns: new[] { "RouteId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_AccountId",
                table: "Incidents",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_AssessedById",
                table: "Incidents",
                column: "AssessedById");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_ClosedById",
                table: "Incidents",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_ReportedById_ReportedAt",
                table: "Incidents",
                columns: new[] { "ReportedById", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_ResolvedById",
                table: "Incidents",
                column: "ResolvedById");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Source_SourceId",
                table: "Incidents",
                columns: new[] { "Source", "SourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Status_ReportedAt",
                table: "Incidents",
                columns: new[] { "Status", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataBreaches_AwareAt",
                table: "PersonalDataBreaches",
                column: "AwareAt");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataBreaches_IncidentId_Number",
                table: "PersonalDataBreaches",
                columns: new[] { "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataBreaches_RecordedById",
                table: "PersonalDataBreaches",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralContacts_ById",
                table: "ReferralContacts",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralContacts_ReferralId_Number",
                table: "ReferralContacts",
                columns: new[] { "ReferralId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_IncidentId_Number",
                table: "Referrals",
                columns: new[] { "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_MadeById",
                table: "Referrals",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_SettledById",
                table: "Referrals",
                column: "SettledById");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_InvitedById",
                table: "ReviewViews",
                column: "InvitedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_ReviewerId",
                table: "ReviewViews",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_ReviewId",
                table: "ReviewViews",
                column: "ReviewId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BreachAdvice");

            migrationBuilder.DropTable(
                name: "BreachAwareness");

            migrationBuilder.DropTable(
                name: "BreachDecisions");

            migrationBuilder.DropTable(
                name: "BreachInformation");

            migrationBuilder.DropTable(
                name: "BreachRisks");

            migrationBuilder.DropTable(
                name: "ChronologyEntries");

            migrationBuilder.DropTable(
                name: "EvidenceReceipts");

            migrationBuilder.DropTable(
                name: "IncidentInvestigators");

            migrationBuilder.DropTable(
                name: "IncidentPeople");

            migrationBuilder.DropTable(
                name: "IncidentRouteSteps");

            migrationBuilder.DropTable(
                name: "ReferralContacts");

            migrationBuilder.DropTable(
                name: "ReviewViews");

            migrationBuilder.DropTable(
                name: "PersonalDataBreaches");

            migrationBuilder.DropTable(
                name: "IncidentEvidence");

            migrationBuilder.DropTable(
                name: "IncidentRoutes");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "ContentReviews");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingEmails_Key",
                table: "OutgoingEmails");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Key",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "IncidentId",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Notifications");

            migrationBuilder.AddColumn<int>(
                name: "IncidentId",
                table: "MonitoringChecks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "IncidentRaisedAt",
                table: "MonitoringChecks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IncidentRaisedById",
                table: "MonitoringChecks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IncidentReason",
                table: "MonitoringChecks",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "IncidentId",
                table: "Mentions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RaisedAsIncidentAt",
                table: "Mentions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IncidentBecause",
                table: "Enquiries",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "IncidentId",
                table: "Enquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "IncidentRaisedAt",
                table: "Enquiries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IncidentRaisedById",
                table: "Enquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringChecks_IncidentRaisedById",
                table: "MonitoringChecks",
                column: "IncidentRaisedById");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_IncidentRaisedById",
                table: "Enquiries",
                column: "IncidentRaisedById");

            migrationBuilder.AddForeignKey(
                name: "FK_Enquiries_People_IncidentRaisedById",
                table: "Enquiries",
                column: "IncidentRaisedById",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_MonitoringChecks_People_IncidentRaisedById",
                table: "MonitoringChecks",
                column: "IncidentRaisedById",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}

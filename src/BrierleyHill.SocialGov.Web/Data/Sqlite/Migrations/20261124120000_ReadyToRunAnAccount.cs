using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace BrierleyHill.SocialGov.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReadyToRunAnAccount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What the free line of the first release held goes on in the description of the personal data.
            migrationBuilder.Sql(
                """
                UPDATE "Applications"
                SET "PersonalData" = CASE WHEN "PersonalData" = '' THEN '' ELSE substr("PersonalData", 1, 1967 - length("ImpactAssessment")) || char(10) END
                    || 'Impact assessment named before: ' || "ImpactAssessment"
                WHERE "ImpactAssessment" <> '';
                """);

            migrationBuilder.DropColumn(
                name: "ImpactAssessment",
                table: "Applications");

            migrationBuilder.AlterColumn<int>(
                name: "PersonId",
                table: "OutgoingEmails",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<int>(
                name: "ImpactAssessmentId",
                table: "Applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ImpactAssessmentId",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Declarations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Slot = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Platform = table.Column<int>(type: "INTEGER", nullable: true),
                    PlatformName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DisclaimerShown = table.Column<bool>(type: "INTEGER", nullable: true),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Declarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Declarations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuidancePages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidancePages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImpactAssessments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedForApplicationId = table.Column<int>(type: "INTEGER", nullable: true),
                    SupersedesId = table.Column<int>(type: "INTEGER", nullable: true),
                    SuccessorStartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ScreeningAnswered = table.Column<int>(type: "INTEGER", nullable: false),
                    ScreeningYes = table.Column<int>(type: "INTEGER", nullable: false),
                    Screened = table.Column<int>(type: "INTEGER", nullable: false),
                    ScreeningReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    ContentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    LastRiskNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ReopenedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewStep = table.Column<int>(type: "INTEGER", nullable: false),
                    Ico_DecidedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Ico_DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Ico_RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Ico_Reasons = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Ico_IcoReference = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Ico_Outcome = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Ico_OutcomeAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Acceptance_AcceptedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Acceptance_AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Acceptance_ContentVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Acceptance_Remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactAssessments_ImpactAssessments_SupersedesId",
                        column: x => x.SupersedesId,
                        principalTable: "ImpactAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImpactAssessments_People_Acceptance_AcceptedById",
                        column: x => x.Acceptance_AcceptedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImpactAssessments_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImpactAssessments_People_Ico_DecidedById",
                        column: x => x.Ico_DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibraryRisks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Harm = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    SuggestedMeasures = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryRisks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PolicyVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    BegunById = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApprovedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    PublishedById = table.Column<int>(type: "INTEGER", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsMaterial = table.Column<bool>(type: "INTEGER", nullable: true),
                    WhatChanged = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReminderStep = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_People_ApprovedById",
                        column: x => x.ApprovedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_People_BegunById",
                        column: x => x.BegunById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadinessReminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: false),
                    SentById = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReadinessReminders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReadinessReminders_People_SentById",
                        column: x => x.SentById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    AddedById = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoredFiles_People_AddedById",
                        column: x => x.AddedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingCourses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Audience = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNeededToRunAccounts = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidityMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    SetUpAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingCourses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuidanceVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SavedById = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GuidancePageId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuidanceVersions_GuidancePages_GuidancePageId",
                        column: x => x.GuidancePageId,
                        principalTable: "GuidancePages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GuidanceVersions_People_SavedById",
                        column: x => x.SavedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImpactAssessmentCoverage",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Platform = table.Column<int>(type: "INTEGER", nullable: true),
                    PlatformName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Openness = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    PinnedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ImpactAssessmentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactAssessmentCoverage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactAssessmentCoverage_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImpactAssessmentCoverage_ImpactAssessments_ImpactAssessmentId",
                        column: x => x.ImpactAssessmentId,
                        principalTable: "ImpactAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ImpactAssessmentCoverage_People_ApplicantId",
                        column: x => x.ApplicantId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImpactAssessmentCoverage_People_ConfirmedById",
                        column: x => x.ConfirmedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImpactAssessmentDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImpactAssessmentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactAssessmentDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactAssessmentDecisions_ImpactAssessments_ImpactAssessmentId",
                        column: x => x.ImpactAssessmentId,
                        principalTable: "ImpactAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ImpactAssessmentDecisions_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImpactAssessmentRounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    ContentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Comments = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    ImpactAssessmentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactAssessmentRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactAssessmentRounds_ImpactAssessments_ImpactAssessmentId",
                        column: x => x.ImpactAssessmentId,
                        principalTable: "ImpactAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AcknowledgementRequests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EmailAddress = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NormalisedEmailAddress = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Affiliation = table.Column<int>(type: "INTEGER", nullable: false),
                    SentById = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    PolicyVersionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcknowledgementRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AcknowledgementRequests_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AcknowledgementRequests_People_SentById",
                        column: x => x.SentById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AcknowledgementRequests_PolicyVersions_PolicyVersionId",
                        column: x => x.PolicyVersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewedById = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    NextReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PolicyVersionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyReviews_People_ReviewedById",
                        column: x => x.ReviewedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyReviews_PolicyVersions_PolicyVersionId",
                        column: x => x.PolicyVersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TrainingSessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Audience = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartTime = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    Material = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CancellationReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WhatWasCovered = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    NumberAttended = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangeCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingSessions_TrainingCourses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "TrainingCourses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Acknowledgements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    PolicyVersionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_AcknowledgementRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "AcknowledgementRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_PolicyVersions_PolicyVersionId",
                        column: x => x.PolicyVersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingBookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsBooked = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attendance = table.Column<int>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingBookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingBookings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingBookings_TrainingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TrainingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TrainingRecords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<int>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<int>(type: "INTEGER", nullable: true),
                    Occasion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AttendedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastReminderStep = table.Column<int>(type: "INTEGER", nullable: false),
                    CertificateId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingRecords_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingRecords_StoredFiles_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingRecords_TrainingCourses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "TrainingCourses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingRecords_TrainingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TrainingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "LibraryRisks",
                columns: new[] { "Id", "Description", "Harm", "IsRetired", "Likelihood", "Severity", "SuggestedMeasures", "Version" },
                values: new object[,]
                {
                    { 1, "A child is identified from a picture together with a name, or from what a picture shows around the child.", "The child: strangers learn who the child is and where to find them, and can make contact.", false, 1, 2, "Pictures of groups, no names in text, file names, captions or on work and clothing. Somebody else checks each post before it goes out. Tagging is switched off.", 0 },
                    { 2, "A parent or relative who must not know where a child is finds the school or the child through a post.", "A child who is protected, and the family: danger to life and limb, having to move again.", false, 0, 2, "Children with the “do not publish” mark appear in no picture, group or background. The list is checked on the day of posting. The office confirms before an event is filmed.", 0 },
                    { 3, "Consent is withdrawn, but the picture stays online.", "The child and the family: their wish is not respected, trust is lost, and the school breaks the law.", false, 1, 1, "Every post is recorded with the pupils shown. A withdrawal puts all their posts on a list with a deadline, and each removal is proved.", 0 },
                    { 4, "A post shows live where children are, such as on a trip, or always at the same time and place.", "Children and staff: somebody can meet, follow or film them.", false, 1, 1, "Nothing is posted before the group is back. Location is switched off on the devices and taken out of pictures. Timetables and routes are not published.", 0 },
                    { 5, "Somebody sends direct messages to pupils through the account, or pupils write to it.", "Pupils: grooming, pressure or disclosure without anybody noticing.", false, 1, 2, "Direct messages are switched off. Where that is impossible, two administrators see every message and any worry goes to the safeguarding lead at once.", 0 },
                    { 6, "Comments under a post abuse or mock a pupil.", "The pupil: humiliation and bullying that goes on in school and at home.", false, 1, 1, "Comments wait for approval or are switched off. The account is looked at every working day. Offensive comments are hidden, recorded and followed up under the behaviour policy.", 0 },
                    { 7, "Somebody takes over the account.", "Families and pupils: false or indecent posts in the school’s name, private messages read, data copied.", false, 1, 1, "A long password from the vault, two-step verification on a school device, recovery addresses of the school, and at least two administrators.", 0 },
                    { 8, "Somebody who has left the school can still sign in.", "Pupils and families: pictures and messages are open to a person who is no longer bound or checked.", false, 2, 1, "The hand-over checklist opens with every leaving date: platform role removed, password and two-step device changed, and an administrator confirms both.", 0 },
                    { 9, "The platform uses pictures for advertising, profiling or the training of artificial intelligence.", "Children and families: their pictures serve purposes that nobody agreed to, for as long as the platform likes.", false, 2, 1, "The settings against such use are switched on and checked once a term. Only what is needed is posted, in low resolution. Families are told before they consent.", 0 },
                    { 10, "Data is stored or can be read outside the United Kingdom.", "Everybody who appears on or uses the account: weaker protection, and no easy way to have data deleted.", false, 2, 0, "A platform with an adequate safeguard for the transfer is chosen, its terms are kept on file, and families are told where the data goes.", 0 },
                    { 11, "Pictures are copied, shared further or altered, also with tools that make indecent fakes.", "The child: an altered picture can follow the child for years.", false, 1, 2, "A closed account where it will do, small groups, no close-ups and no swimwear, low resolution. Everybody knows to report at once and not to copy what they find.", 0 },
                    { 12, "The personal profile of a member of staff becomes visible through a page or group that hangs on it.", "The colleague: families and pupils see private pictures and friends, and make contact there.", false, 1, 1, "Work profiles or the platform’s business tools instead of personal profiles. Privacy settings are checked together before the first post. Contact on personal accounts is not answered.", 0 },
                    { 13, "A picture or caption reveals health, special needs, religion or another special category of data.", "The child and the family: prejudice, and a secret that was theirs to tell.", false, 1, 1, "Posts about support groups, therapy and worship show hands and things, not children. Captions name the activity, not who takes part and why.", 0 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_ImpactAssessmentId",
                table: "Applications",
                column: "ImpactAssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ImpactAssessmentId",
                table: "Accounts",
                column: "ImpactAssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_AcknowledgementRequests_NormalisedEmailAddress",
                table: "AcknowledgementRequests",
                column: "NormalisedEmailAddress");

            migrationBuilder.CreateIndex(
                name: "IX_AcknowledgementRequests_PersonId",
                table: "AcknowledgementRequests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AcknowledgementRequests_PolicyVersionId",
                table: "AcknowledgementRequests",
                column: "PolicyVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_AcknowledgementRequests_SentById",
                table: "AcknowledgementRequests",
                column: "SentById");

            migrationBuilder.CreateIndex(
                name: "IX_AcknowledgementRequests_Status_SentAt",
                table: "AcknowledgementRequests",
                columns: new[] { "Status", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AcknowledgementRequests_TokenHash",
                table: "AcknowledgementRequests",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_PersonId_PolicyVersionId",
                table: "Acknowledgements",
                columns: new[] { "PersonId", "PolicyVersionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_PolicyVersionId",
                table: "Acknowledgements",
                column: "PolicyVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_RequestId",
                table: "Acknowledgements",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_PersonId_Slot",
                table: "Declarations",
                columns: new[] { "PersonId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuidancePages_Slug",
                table: "GuidancePages",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceVersions_GuidancePageId_Number",
                table: "GuidanceVersions",
                columns: new[] { "GuidancePageId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceVersions_SavedById",
                table: "GuidanceVersions",
                column: "SavedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessmentCoverage_ApplicantId",
                table: "ImpactAssessmentCoverage",
                column: "ApplicantId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessmentCoverage_ApplicationId",
                table: "ImpactAssessmentCoverage",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessmentCoverage_ConfirmedById",
                table: "ImpactAssessmentCoverage",
                column: "ConfirmedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessmentCoverage_ImpactAssessmentId_ApplicationId",
                table: "ImpactAssessmentCoverage",
                columns: new[] { "ImpactAssessmentId", "ApplicationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessmentDecisions_DecidedById",
                table: "ImpactAssessmentDecisions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessmentDecisions_ImpactAssessmentId",
                table: "ImpactAssessmentDecisions",
                column: "ImpactAssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessmentRounds_ImpactAssessmentId_Number",
                table: "ImpactAssessmentRounds",
                columns: new[] { "ImpactAssessmentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessments_Acceptance_AcceptedById",
                table: "ImpactAssessments",
                column: "Acceptance_AcceptedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessments_AuthorId",
                table: "ImpactAssessments",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessments_Ico_DecidedById",
                table: "ImpactAssessments",
                column: "Ico_DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessments_Status_StatusSince",
                table: "ImpactAssessments",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessments_SupersedesId",
                table: "ImpactAssessments",
                column: "SupersedesId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyReviews_PolicyVersionId",
                table: "PolicyReviews",
                column: "PolicyVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyReviews_ReviewedById",
                table: "PolicyReviews",
                column: "ReviewedById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_ApprovedById",
                table: "PolicyVersions",
                column: "ApprovedById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_BegunById",
                table: "PolicyVersions",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_Number",
                table: "PolicyVersions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_PublishedById",
                table: "PolicyVersions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_Status",
                table: "PolicyVersions",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessReminders_PersonId_Day",
                table: "ReadinessReminders",
                columns: new[] { "PersonId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessReminders_SentById",
                table: "ReadinessReminders",
                column: "SentById");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_AddedById",
                table: "StoredFiles",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_StoredName",
                table: "StoredFiles",
                column: "StoredName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingBookings_PersonId",
                table: "TrainingBookings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingBookings_SessionId_PersonId",
                table: "TrainingBookings",
                columns: new[] { "SessionId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingCourses_Status_Audience",
                table: "TrainingCourses",
                columns: new[] { "Status", "Audience" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_CertificateId",
                table: "TrainingRecords",
                column: "CertificateId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_CourseId_PersonId",
                table: "TrainingRecords",
                columns: new[] { "CourseId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_PersonId_Occasion",
                table: "TrainingRecords",
                columns: new[] { "PersonId", "Occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_SessionId",
                table: "TrainingRecords",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_ValidUntil",
                table: "TrainingRecords",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_CourseId_Status_Date",
                table: "TrainingSessions",
                columns: new[] { "CourseId", "Status", "Date" });

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_ImpactAssessments_ImpactAssessmentId",
                table: "Accounts",
                column: "ImpactAssessmentId",
                principalTable: "ImpactAssessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Applications_ImpactAssessments_ImpactAssessmentId",
                table: "Applications",
                column: "ImpactAssessmentId",
                principalTable: "ImpactAssessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // E-mails to people without an account are unknown to the earlier release.
            migrationBuilder.Sql("""DELETE FROM "OutgoingEmails" WHERE "PersonId" IS NULL;""");

            migrationBuilder.DropForeignKey(
                name: "FK_Accounts_ImpactAssessments_ImpactAssessmentId",
                table: "Accounts");

            migrationBuilder.DropForeignKey(
                name: "FK_Applications_ImpactAssessments_ImpactAssessmentId",
                table: "Applications");

            migrationBuilder.DropTable(
                name: "Acknowledgements");

            migrationBuilder.DropTable(
                name: "Declarations");

            migrationBuilder.DropTable(
                name: "GuidanceVersions");

            migrationBuilder.DropTable(
                name: "ImpactAssessmentCoverage");

            migrationBuilder.DropTable(
                name: "ImpactAssessmentDecisions");

            migrationBuilder.DropTable(
                name: "ImpactAssessmentRounds");

            migrationBuilder.DropTable(
                name: "LibraryRisks");

            migrationBuilder.DropTable(
                name: "PolicyReviews");

            migrationBuilder.DropTable(
                name: "ReadinessReminders");

            migrationBuilder.DropTable(
                name: "TrainingBookings");

            migrationBuilder.DropTable(
                name: "TrainingRecords");

            migrationBuilder.DropTable(
                name: "AcknowledgementRequests");

            migrationBuilder.DropTable(
                name: "GuidancePages");

            migrationBuilder.DropTable(
                name: "ImpactAssessments");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "TrainingSessions");

            migrationBuilder.DropTable(
                name: "PolicyVersions");

            migrationBuilder.DropTable(
                name: "TrainingCourses");

            migrationBuilder.DropIndex(
                name: "IX_Applications_ImpactAssessmentId",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_ImpactAssessmentId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ImpactAssessmentId",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ImpactAssessmentId",
                table: "Accounts");

            migrationBuilder.AlterColumn<int>(
                name: "PersonId",
                table: "OutgoingEmails",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImpactAssessment",
                table: "Applications",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BrierleyHill.SocialGov.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LiveAccountsVaultAndHandovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AuthenticatorSetUpAt",
                table: "SignInAccounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastAcceptedStep",
                table: "SignInAccounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProtectedAuthenticatorKey",
                table: "SignInAccounts",
                type: "TEXT",
                unicode: false,
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecoveryCodeHashes",
                table: "SignInAccounts",
                type: "TEXT",
                unicode: false,
                maxLength: 700,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecoveryCodesMadeAt",
                table: "SignInAccounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastHeldBackOn",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AcceptableUseToldOn",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChangeCount",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Handle",
                table: "Accounts",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextReviewOn",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NormalisedAddress",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 420,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ProcessesPersonalData",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ReviewStep",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SuspendedAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspendedBecause",
                table: "Accounts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "VerificationDueOn",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VerificationStep",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WebAddress",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WentLiveAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Aspects = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WasDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewedById = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangesMade = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ChangesMadeById = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangesMadeAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountReviews_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountReviews_People_ChangesMadeById",
                        column: x => x.ChangesMadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountReviews_People_ReviewedById",
                        column: x => x.ReviewedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountSettingChecks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Setting = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedById = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Instead = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DecidedById = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountSettingChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountSettingChecks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountSettingChecks_People_CheckedById",
                        column: x => x.CheckedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountSettingChecks_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountVerifications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Points = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    HasFindings = table.Column<bool>(type: "INTEGER", nullable: false),
                    WasDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    VerifiedById = table.Column<int>(type: "INTEGER", nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountVerifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountVerifications_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountVerifications_People_VerifiedById",
                        column: x => x.VerifiedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Credentials",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NormalisedLabel = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Seal = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeviceHolderId = table.Column<int>(type: "INTEGER", nullable: true),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Credentials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Credentials_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Credentials_People_DeviceHolderId",
                        column: x => x.DeviceHolderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaverId = table.Column<int>(type: "INTEGER", nullable: true),
                    LeaverRole = table.Column<int>(type: "INTEGER", nullable: true),
                    LeaverHandlesSecrets = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeavingDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    OutcomeBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Cause = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedById = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    LastChasedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StepsToDo = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    ChangeCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handovers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_People_LeaverId",
                        column: x => x.LeaverId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_People_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlatformRoles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NormalisedRole = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedById = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedById = table.Column<int>(type: "INTEGER", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformRoles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlatformRoles_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlatformRoles_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlatformRoles_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlatformRoles_People_RemovedById",
                        column: x => x.RemovedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 900, nullable: false),
                    Number = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_SignInPasskeys_SignInAccounts_UserId",
                        column: x => x.UserId,
                        principalTable: "SignInAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CredentialSecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Ciphertext = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8000, nullable: false),
                    SetById = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedById = table.Column<int>(type: "INTEGER", nullable: true),
                    CredentialId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CredentialSecrets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CredentialSecrets_Credentials_CredentialId",
                        column: x => x.CredentialId,
                        principalTable: "Credentials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CredentialSecrets_People_SetById",
                        column: x => x.SetById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CredentialSecrets_People_UsedById",
                        column: x => x.UsedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RotationReminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    CredentialId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChasedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RotationReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RotationReminders_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RotationReminders_Credentials_CredentialId",
                        column: x => x.CredentialId,
                        principalTable: "Credentials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandoverSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    HandoverId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoverSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandoverSteps_Handovers_HandoverId",
                        column: x => x.HandoverId,
                        principalTable: "Handovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandoverSteps_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SecretReveals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    RevealedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IsBreakGlass = table.Column<bool>(type: "INTEGER", nullable: false),
                    SecretId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecretReveals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SecretReveals_CredentialSecrets_SecretId",
                        column: x => x.SecretId,
                        principalTable: "CredentialSecrets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SecretReveals_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalisedAddress",
                table: "Accounts",
                column: "NormalisedAddress",
                unique: true,
                filter: "\"NormalisedAddress\" IS NOT NULL AND \"Status\" <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Status_NextReviewOn",
                table: "Accounts",
                columns: new[] { "Status", "NextReviewOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Status_VerificationDueOn",
                table: "Accounts",
                columns: new[] { "Status", "VerificationDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountReviews_AccountId",
                table: "AccountReviews",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountReviews_ChangesMadeById",
                table: "AccountReviews",
                column: "ChangesMadeById");

            migrationBuilder.CreateIndex(
                name: "IX_AccountReviews_ReviewedById",
                table: "AccountReviews",
                column: "ReviewedById");

            migrationBuilder.CreateIndex(
                name: "IX_AccountSettingChecks_AccountId_Setting",
                table: "AccountSettingChecks",
                columns: new[] { "AccountId", "Setting" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountSettingChecks_CheckedById",
                table: "AccountSettingChecks",
                column: "CheckedById");

            migrationBuilder.CreateIndex(
                name: "IX_AccountSettingChecks_DecidedById",
                table: "AccountSettingChecks",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_AccountVerifications_AccountId",
                table: "AccountVerifications",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountVerifications_VerifiedById",
                table: "AccountVerifications",
                column: "VerifiedById");

            migrationBuilder.CreateIndex(
                name: "IX_Credentials_AccountId",
                table: "Credentials",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Credentials_AccountId_NormalisedLabel",
                table: "Credentials",
                columns: new[] { "AccountId", "NormalisedLabel" },
                unique: true,
                filter: "WithdrawnAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Credentials_DeviceHolderId",
                table: "Credentials",
                column: "DeviceHolderId");

            migrationBuilder.CreateIndex(
                name: "IX_Credentials_Seal",
                table: "Credentials",
                column: "Seal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CredentialSecrets_CredentialId_Kind_Number",
                table: "CredentialSecrets",
                columns: new[] { "CredentialId", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CredentialSecrets_SetById",
                table: "CredentialSecrets",
                column: "SetById");

            migrationBuilder.CreateIndex(
                name: "IX_CredentialSecrets_UsedById",
                table: "CredentialSecrets",
                column: "UsedById");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_AccountId",
                table: "Handovers",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_EndedById",
                table: "Handovers",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_LeaverId",
                table: "Handovers",
                column: "LeaverId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_OpenKey",
                table: "Handovers",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Status_OpenedAt",
                table: "Handovers",
                columns: new[] { "Status", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_SuccessorId",
                table: "Handovers",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_HandoverSteps_ById",
                table: "HandoverSteps",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_HandoverSteps_HandoverId_Kind",
                table: "HandoverSteps",
                columns: new[] { "HandoverId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlatformRoles_AccountId_PersonId_NormalisedRole",
                table: "PlatformRoles",
                columns: new[] { "AccountId", "PersonId", "NormalisedRole" },
                unique: true,
                filter: "RemovedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformRoles_PersonId",
                table: "PlatformRoles",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformRoles_RecordedById",
                table: "PlatformRoles",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformRoles_RemovedById",
                table: "PlatformRoles",
                column: "RemovedById");

            migrationBuilder.CreateIndex(
                name: "IX_RotationReminders_AccountId",
                table: "RotationReminders",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_RotationReminders_CredentialId_Kind_ChasedOn",
                table: "RotationReminders",
                columns: new[] { "CredentialId", "Kind", "ChasedOn" },
                unique: true,
                filter: "ChasedOn IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RotationReminders_Day",
                table: "RotationReminders",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_SecretReveals_PersonId",
                table: "SecretReveals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SecretReveals_SecretId",
                table: "SecretReveals",
                column: "SecretId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInPasskeys_Number",
                table: "SignInPasskeys",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInPasskeys_UserId",
                table: "SignInPasskeys",
                column: "UserId");

            // An account of the release before says nothing of personal data: its business case does (DP-2).
            migrationBuilder.Sql(
                """
                UPDATE "Accounts" SET "ProcessesPersonalData" = 1
                WHERE "ApplicationId" IN (SELECT "Id" FROM "Applications" WHERE "ProcessesPersonalData" = 1)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountReviews");

            migrationBuilder.DropTable(
                name: "AccountSettingChecks");

            migrationBuilder.DropTable(
                name: "AccountVerifications");

            migrationBuilder.DropTable(
                name: "HandoverSteps");

            migrationBuilder.DropTable(
                name: "PlatformRoles");

            migrationBuilder.DropTable(
                name: "RotationReminders");

            migrationBuilder.DropTable(
                name: "SecretReveals");

            migrationBuilder.DropTable(
                name: "SignInPasskeys");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "CredentialSecrets");

            migrationBuilder.DropTable(
                name: "Credentials");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_NormalisedAddress",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_Status_NextReviewOn",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_Status_VerificationDueOn",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "AuthenticatorSetUpAt",
                table: "SignInAccounts");

            migrationBuilder.DropColumn(
                name: "LastAcceptedStep",
                table: "SignInAccounts");

            migrationBuilder.DropColumn(
                name: "ProtectedAuthenticatorKey",
                table: "SignInAccounts");

            migrationBuilder.DropColumn(
                name: "RecoveryCodeHashes",
                table: "SignInAccounts");

            migrationBuilder.DropColumn(
                name: "RecoveryCodesMadeAt",
                table: "SignInAccounts");

            migrationBuilder.DropColumn(
                name: "LastHeldBackOn",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AcceptableUseToldOn",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ChangeCount",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Handle",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "NextReviewOn",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "NormalisedAddress",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ProcessesPersonalData",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ReviewStep",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SuspendedBecause",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "VerificationDueOn",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "VerificationStep",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "WebAddress",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "WentLiveAt",
                table: "Accounts");
        }
    }
}

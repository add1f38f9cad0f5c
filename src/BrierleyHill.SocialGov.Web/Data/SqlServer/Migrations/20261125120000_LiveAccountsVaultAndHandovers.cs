using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BrierleyHill.SocialGov.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LiveAccountsVaultAndHandovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Handle",
                table: "Accounts",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextReviewOn",
                table: "Accounts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NormalisedAddress",
                table: "Accounts",
                type: "varchar(420)",
                unicode: false,
                maxLength: 420,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewStep",
                table: "Accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "VerificationDueOn",
                table: "Accounts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VerificationStep",
                table: "Accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WebAddress",
                table: "Accounts",
                type: "varchar(400)",
                unicode: false,
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WentLiveAt",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Aspects = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    Because = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    WasDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReviewedById = table.Column<int>(type: "int", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangesMade = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ChangesMadeById = table.Column<int>(type: "int", nullable: true),
                    ChangesMadeAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AccountId = table.Column<int>(type: "int", nullable: false)
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
                name: "AccountVerifications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Points = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    HasFindings = table.Column<bool>(type: "bit", nullable: false),
                    WasDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    VerifiedById = table.Column<int>(type: "int", nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AccountId = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Seal = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    LeaverId = table.Column<int>(type: "int", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                        name: "FK_Handovers_People_LeaverId",
                        column: x => x.LeaverId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CredentialSecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Ciphertext = table.Column<string>(type: "varchar(8000)", unicode: false, maxLength: 8000, nullable: false),
                    SetById = table.Column<int>(type: "int", nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CredentialId = table.Column<int>(type: "int", nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "SecretReveals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    RevealedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    IsBreakGlass = table.Column<bool>(type: "bit", nullable: false),
                    SecretId = table.Column<int>(type: "int", nullable: false)
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
                column: "NormalisedAddress");

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
                name: "IX_Handovers_AccountId",
                table: "Handovers",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_LeaverId",
                table: "Handovers",
                column: "LeaverId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Status_OpenedAt",
                table: "Handovers",
                columns: new[] { "Status", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SecretReveals_PersonId",
                table: "SecretReveals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SecretReveals_SecretId",
                table: "SecretReveals",
                column: "SecretId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountReviews");

            migrationBuilder.DropTable(
                name: "AccountVerifications");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "SecretReveals");

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
                name: "ReviewStep",
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

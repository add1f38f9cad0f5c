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

            migrationBuilder.CreateTable(
                name: "Credentials",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    NormalisedLabel = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Seal = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeviceHolderId = table.Column<int>(type: "int", nullable: true),
                    Changes = table.Column<int>(type: "int", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
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
                name: "PlatformRoles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    NormalisedRole = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedById = table.Column<int>(type: "int", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RemovedById = table.Column<int>(type: "int", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    UsedById = table.Column<int>(type: "int", nullable: true),
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    CredentialId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ChasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "IX_Handovers_LeaverId",
                table: "Handovers",
                column: "LeaverId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Status_OpenedAt",
                table: "Handovers",
                columns: new[] { "Status", "OpenedAt" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "PlatformRoles");

            migrationBuilder.DropTable(
                name: "RotationReminders");

            migrationBuilder.DropTable(
                name: "SecretReveals");

            migrationBuilder.DropTable(
                name: "CredentialSecrets");

            migrationBuilder.DropTable(
                name: "Credentials");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Accounts");
        }
    }
}

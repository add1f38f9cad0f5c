using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BrierleyHill.SocialGov.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PupilsAndConsents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Pupils",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MisNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MisKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Forename = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Surname = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LeavingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ChangeCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pupils", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsentDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    UseKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Platform = table.Column<int>(type: "INTEGER", nullable: true),
                    PlatformName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Openness = table.Column<int>(type: "INTEGER", nullable: true),
                    Medium = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Relation = table.Column<int>(type: "INTEGER", nullable: false),
                    How = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Validity = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LawfulBasis = table.Column<int>(type: "INTEGER", nullable: true),
                    Wording = table.Column<int>(type: "INTEGER", nullable: true),
                    FileId = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedById = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PupilId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsentDecisions_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsentDecisions_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ConsentDecisions_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PupilProtections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SetById = table.Column<int>(type: "INTEGER", nullable: false),
                    SetByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedById = table.Column<int>(type: "INTEGER", nullable: true),
                    LiftedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LiftedBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PupilId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PupilProtections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PupilProtections_People_LiftedById",
                        column: x => x.LiftedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PupilProtections_People_SetById",
                        column: x => x.SetById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PupilProtections_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentDecisions_FileId",
                table: "ConsentDecisions",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentDecisions_PupilId_Number",
                table: "ConsentDecisions",
                columns: new[] { "PupilId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsentDecisions_RecordedById",
                table: "ConsentDecisions",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentDecisions_ValidUntil",
                table: "ConsentDecisions",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_PupilProtections_LiftedById",
                table: "PupilProtections",
                column: "LiftedById");

            migrationBuilder.CreateIndex(
                name: "IX_PupilProtections_PupilId",
                table: "PupilProtections",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_PupilProtections_SetById",
                table: "PupilProtections",
                column: "SetById");

            migrationBuilder.CreateIndex(
                name: "IX_Pupils_ClassName_Surname",
                table: "Pupils",
                columns: new[] { "ClassName", "Surname" });

            migrationBuilder.CreateIndex(
                name: "IX_Pupils_MisKey",
                table: "Pupils",
                column: "MisKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pupils_Surname",
                table: "Pupils",
                column: "Surname");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsentDecisions");

            migrationBuilder.DropTable(
                name: "PupilProtections");

            migrationBuilder.DropTable(
                name: "Pupils");
        }
    }
}

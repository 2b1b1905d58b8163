using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LogReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LogImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    System = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Profile = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Selections = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    ImportedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportedByName = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    ImportedAt = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    SignAt = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Rules = table.Column<string>(type: "TEXT", nullable: true),
                    Accesses = table.Column<long>(type: "INTEGER", nullable: false),
                    Duplicates = table.Column<long>(type: "INTEGER", nullable: false),
                    BadRows = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RegisterItemCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", nullable: false),
                    RegisterItems = table.Column<string>(type: "TEXT", nullable: false),
                    Remarks = table.Column<string>(type: "TEXT", nullable: false),
                    Effect = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Field = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Proposed = table.Column<string>(type: "TEXT", nullable: true),
                    MonthsKept = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Field = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    System = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    PeriodKey = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Strength = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Users = table.Column<string>(type: "TEXT", nullable: false),
                    Client = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    AccessCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Accesses = table.Column<string>(type: "TEXT", nullable: false),
                    For = table.Column<string>(type: "TEXT", nullable: false),
                    Against = table.Column<string>(type: "TEXT", nullable: false),
                    LeftOut = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReviewerName = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    DiscoveredAt = table.Column<string>(type: "TEXT", nullable: true),
                    ExtractSecuredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HrToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: true),
                    VerdictReason = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    DecidedAt = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answers = table.Column<string>(type: "TEXT", nullable: true),
                    RestrictionLiftedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeviationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ForgottenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Field = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LogCases_LogImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "LogImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LogCaseOpenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogCaseOpenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LogCaseOpenings_LogCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "LogCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LogCaseOpenings_CaseId",
                table: "LogCaseOpenings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LogCases_ImportId",
                table: "LogCases",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_LogCases_ReviewerId_Verdict",
                table: "LogCases",
                columns: new[] { "ReviewerId", "Verdict" });

            migrationBuilder.CreateIndex(
                name: "IX_LogCases_UnitId_PeriodKey",
                table: "LogCases",
                columns: new[] { "UnitId", "PeriodKey" });

            migrationBuilder.CreateIndex(
                name: "IX_LogImports_State",
                table: "LogImports",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LogCaseOpenings");

            migrationBuilder.DropTable(
                name: "LogSettings");

            migrationBuilder.DropTable(
                name: "LogCases");

            migrationBuilder.DropTable(
                name: "LogImports");
        }
    }
}

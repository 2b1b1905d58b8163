using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    System = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Profile = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Selections = table.Column<string>(type: "text", nullable: false),
                    Seed = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ImportedById = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportedByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ClaimedBy = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SignAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Fingerprint = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Rules = table.Column<string>(type: "text", nullable: true),
                    Accesses = table.Column<long>(type: "bigint", nullable: false),
                    Duplicates = table.Column<long>(type: "bigint", nullable: false),
                    BadRows = table.Column<long>(type: "bigint", nullable: false),
                    CaseCount = table.Column<int>(type: "integer", nullable: false),
                    RegisterItemCount = table.Column<int>(type: "integer", nullable: false),
                    Counts = table.Column<string>(type: "text", nullable: false),
                    RegisterItems = table.Column<string>(type: "text", nullable: false),
                    Remarks = table.Column<string>(type: "text", nullable: false),
                    Effect = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Proposed = table.Column<string>(type: "text", nullable: true),
                    MonthsKept = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    System = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PeriodKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Strength = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Users = table.Column<string>(type: "text", nullable: false),
                    Client = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    AccessCount = table.Column<int>(type: "integer", nullable: false),
                    Accesses = table.Column<string>(type: "text", nullable: false),
                    For = table.Column<string>(type: "text", nullable: false),
                    Against = table.Column<string>(type: "text", nullable: false),
                    LeftOut = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewerName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DiscoveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ExtractSecuredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HrToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Verdict = table.Column<int>(type: "integer", nullable: true),
                    VerdictReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Answers = table.Column<string>(type: "text", nullable: true),
                    RestrictionLiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeviationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ForgottenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Purpose = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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

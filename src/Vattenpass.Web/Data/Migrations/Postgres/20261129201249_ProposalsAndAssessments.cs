using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProposalsAndAssessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "GroupText",
                table: "Samples",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "sv-SE-x-icu");

            migrationBuilder.AddColumn<string>(
                name: "Background",
                table: "Risks",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "Motive",
                table: "Risks",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "sv-SE-x-icu");

            migrationBuilder.AddColumn<string>(
                name: "Votes",
                table: "Risks",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Assessments",
                table: "Deviations",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "TransferredToId",
                table: "Deviations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCommon",
                table: "Controls",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "TellsAtOnce",
                table: "Controls",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "RiskProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Background = table.Column<string>(type: "text", nullable: false),
                    ProposedById = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RiskId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlanYear = table.Column<int>(type: "integer", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskProposals", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RiskProposals");

            migrationBuilder.DropColumn(
                name: "GroupText",
                table: "Samples");

            migrationBuilder.DropColumn(
                name: "Background",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Motive",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Votes",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Assessments",
                table: "Deviations");

            migrationBuilder.DropColumn(
                name: "TransferredToId",
                table: "Deviations");

            migrationBuilder.DropColumn(
                name: "IsCommon",
                table: "Controls");

            migrationBuilder.DropColumn(
                name: "TellsAtOnce",
                table: "Controls");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                collation: "sv");

            migrationBuilder.AddColumn<string>(
                name: "Background",
                table: "Risks",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "Motive",
                table: "Risks",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                collation: "sv");

            migrationBuilder.AddColumn<string>(
                name: "Votes",
                table: "Risks",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Assessments",
                table: "Deviations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "TransferredToId",
                table: "Deviations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCommon",
                table: "Controls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "TellsAtOnce",
                table: "Controls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "RiskProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Description = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Background = table.Column<string>(type: "TEXT", nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedByName = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RiskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlanYear = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Reason = table.Column<string>(type: "TEXT", nullable: false, collation: "sv"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Field = table.Column<int>(type: "INTEGER", nullable: false)
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

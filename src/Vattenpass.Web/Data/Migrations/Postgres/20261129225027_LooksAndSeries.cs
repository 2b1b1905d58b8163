using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LooksAndSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Looks",
                table: "Routines",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ScoredOn",
                table: "Risks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Receipt",
                table: "Reports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TalkedOn",
                table: "LogCases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasRestricted",
                table: "LogCases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Measured",
                table: "EffectControls",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Series",
                table: "EffectControls",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Letters",
                table: "BoardQuestions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Members",
                table: "BoardQuestions",
                type: "integer",
                nullable: true);

            // Cases judged before the column was there.
            migrationBuilder.Sql("update \"LogCases\" set \"WasRestricted\" = true where \"Answers\" like '%\"IsRestricted\":true%'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Looks",
                table: "Routines");

            migrationBuilder.DropColumn(
                name: "ScoredOn",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Receipt",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "TalkedOn",
                table: "LogCases");

            migrationBuilder.DropColumn(
                name: "WasRestricted",
                table: "LogCases");

            migrationBuilder.DropColumn(
                name: "Measured",
                table: "EffectControls");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "EffectControls");

            migrationBuilder.DropColumn(
                name: "Letters",
                table: "BoardQuestions");

            migrationBuilder.DropColumn(
                name: "Members",
                table: "BoardQuestions");
        }
    }
}

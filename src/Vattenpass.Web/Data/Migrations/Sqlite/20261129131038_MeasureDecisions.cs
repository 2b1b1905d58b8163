using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MeasureDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DecidedOn",
                table: "Measures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionReference",
                table: "Measures",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                collation: "sv");

            migrationBuilder.AddColumn<int>(
                name: "Horizon",
                table: "Measures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Measures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Moves",
                table: "Measures",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<decimal>(
                name: "Posts",
                table: "Measures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SameOfficerReason",
                table: "Measures",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                collation: "sv");

            migrationBuilder.AddColumn<string>(
                name: "Stages",
                table: "Measures",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Participation",
                table: "MeasureComments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Measures_MergedIntoId",
                table: "Measures",
                column: "MergedIntoId");

            migrationBuilder.AddForeignKey(
                name: "FK_Measures_Measures_MergedIntoId",
                table: "Measures",
                column: "MergedIntoId",
                principalTable: "Measures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Measures_Measures_MergedIntoId",
                table: "Measures");

            migrationBuilder.DropIndex(
                name: "IX_Measures_MergedIntoId",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "DecidedOn",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "DecisionReference",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "Horizon",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "Moves",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "Posts",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "SameOfficerReason",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "Stages",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "Participation",
                table: "MeasureComments");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProfileRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Constants",
                table: "ColumnProfiles",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "IdRules",
                table: "ColumnProfiles",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Kept",
                table: "ColumnProfiles",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "ColumnProfiles",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Constants",
                table: "ColumnProfiles");

            migrationBuilder.DropColumn(
                name: "IdRules",
                table: "ColumnProfiles");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "ColumnProfiles");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "ColumnProfiles");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class UnitActivity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Activity",
                table: "Units",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "sv-SE-x-icu");

            migrationBuilder.AddColumn<string>(
                name: "Activities",
                table: "Controls",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Activity",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "Activities",
                table: "Controls");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                collation: "sv");

            migrationBuilder.AddColumn<string>(
                name: "Activities",
                table: "Controls",
                type: "TEXT",
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

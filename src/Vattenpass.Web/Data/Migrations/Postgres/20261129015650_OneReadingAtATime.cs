using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OneReadingAtATime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "RegisterImports",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterImports_Register_Year_Number",
                table: "RegisterImports",
                columns: new[] { "Register", "Year", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegisterImports_Register_Year_Number",
                table: "RegisterImports");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "RegisterImports");
        }
    }
}

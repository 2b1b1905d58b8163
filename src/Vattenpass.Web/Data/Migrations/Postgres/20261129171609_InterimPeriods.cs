using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterimPeriods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reports_PlanId_Kind_Number",
                table: "Reports");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PlanId_Kind_To_Number",
                table: "Reports",
                columns: new[] { "PlanId", "Kind", "To", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reports_PlanId_Kind_To_Number",
                table: "Reports");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PlanId_Kind_Number",
                table: "Reports",
                columns: new[] { "PlanId", "Kind", "Number" },
                unique: true);
        }
    }
}

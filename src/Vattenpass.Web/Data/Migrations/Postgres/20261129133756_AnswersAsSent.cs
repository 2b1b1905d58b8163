using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnswersAsSent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Authors",
                table: "BoardQuestions");

            migrationBuilder.AddColumn<string>(
                name: "SentPromises",
                table: "BoardQuestions",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SentPromises",
                table: "BoardQuestions");

            migrationBuilder.AddColumn<string>(
                name: "Authors",
                table: "BoardQuestions",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }
    }
}

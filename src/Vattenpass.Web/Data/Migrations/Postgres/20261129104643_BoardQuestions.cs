using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BoardQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BoardQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Asker = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Matter = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Item = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Meeting = table.Column<DateOnly>(type: "date", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    WriterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Authors = table.Column<string>(type: "text", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RegistryNumber = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PromiseIds = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoardQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BoardQuestions_People_WriterId",
                        column: x => x.WriterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BoardQuestions_WriterId",
                table: "BoardQuestions",
                column: "WriterId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BoardQuestions");
        }
    }
}

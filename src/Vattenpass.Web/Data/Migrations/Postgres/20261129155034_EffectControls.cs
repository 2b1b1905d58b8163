using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EffectControls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EffectControls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Indicator = table.Column<int>(type: "integer", nullable: false),
                    Control = table.Column<string>(type: "text", nullable: true),
                    Question = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    PerformerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Counted = table.Column<string>(type: "text", nullable: false),
                    OccasionIds = table.Column<string>(type: "text", nullable: false),
                    Verdict = table.Column<int>(type: "integer", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBy = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Comment = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffectControls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EffectControls_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EffectControls_People_PerformerId",
                        column: x => x.PerformerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EffectControls_MeasureId",
                table: "EffectControls",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_EffectControls_PerformerId",
                table: "EffectControls",
                column: "PerformerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EffectControls");
        }
    }
}

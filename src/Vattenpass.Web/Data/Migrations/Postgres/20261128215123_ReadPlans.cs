using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReadPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OfficersAsWritten",
                table: "Measures",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "sv-SE-x-icu");

            migrationBuilder.AddColumn<string>(
                name: "OwnersAsWritten",
                table: "Measures",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "sv-SE-x-icu");

            migrationBuilder.AddColumn<string>(
                name: "AsRead",
                table: "Controls",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OfficerTitles",
                table: "Controls",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "sv-SE-x-icu");

            migrationBuilder.CreateTable(
                name: "HeldFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasureOwners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureOwners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureOwners_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeasureOwners_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    FileSha256 = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Counts = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Warnings = table.Column<string>(type: "text", nullable: false),
                    Made = table.Column<string>(type: "text", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Wording = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanProfiles", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HeldFiles_PersonId_Batch",
                table: "HeldFiles",
                columns: new[] { "PersonId", "Batch" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureOwners_MeasureId",
                table: "MeasureOwners",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureOwners_PersonId",
                table: "MeasureOwners",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanFiles_Year",
                table: "PlanFiles",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_PlanProfiles_UnitId",
                table: "PlanProfiles",
                column: "UnitId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HeldFiles");

            migrationBuilder.DropTable(
                name: "MeasureOwners");

            migrationBuilder.DropTable(
                name: "PlanFiles");

            migrationBuilder.DropTable(
                name: "PlanProfiles");

            migrationBuilder.DropColumn(
                name: "OfficersAsWritten",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "OwnersAsWritten",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "AsRead",
                table: "Controls");

            migrationBuilder.DropColumn(
                name: "OfficerTitles",
                table: "Controls");
        }
    }
}

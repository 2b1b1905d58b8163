using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MedicineStores : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "InvestigatorId",
                table: "Deviations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReceivedById",
                table: "Deviations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "Deviations",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CountedLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Tolerance = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    Counted = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    CountedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CountedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CountedById = table.Column<Guid>(type: "uuid", nullable: true),
                    CountedByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    IsFromPaper = table.Column<bool>(type: "boolean", nullable: false),
                    Journal = table.Column<string>(type: "text", nullable: true),
                    JournalAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsBroken = table.Column<bool>(type: "boolean", nullable: false),
                    Faults = table.Column<string>(type: "text", nullable: false),
                    PutRight = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Note = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CountedLines_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryTicks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Found = table.Column<bool>(type: "boolean", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryTicks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeliveryTicks_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeviationMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeviationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeviationMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeviationMessages_Deviations_DeviationId",
                        column: x => x.DeviationId,
                        principalTable: "Deviations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DrugMatters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeviationId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Preparation = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Difference = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: true),
                    Unit = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Trace = table.Column<int>(type: "integer", nullable: false),
                    TraceText = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    TracedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TracedByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    CareDeviation = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    LexMaria = table.Column<string>(type: "text", nullable: true),
                    Danger = table.Column<string>(type: "text", nullable: true),
                    Police = table.Column<string>(type: "text", nullable: true),
                    OperationsHeadToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrugMatters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DrugMatters_Deviations_DeviationId",
                        column: x => x.DeviationId,
                        principalTable: "Deviations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MedicineSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FeedbackWeeks = table.Column<int>(type: "integer", nullable: false),
                    MostMonthsRunning = table.Column<int>(type: "integer", nullable: true),
                    Telling = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MedicineSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MedicineStores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    IsPrivate = table.Column<bool>(type: "boolean", nullable: false),
                    Provider = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    UsedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    UsedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    ControlledFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MedicineStores", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Recounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MatterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Counted = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    Explanation = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recounts_DrugMatters_MatterId",
                        column: x => x.MatterId,
                        principalTable: "DrugMatters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Quantity = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    OrderedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_MedicineStores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "MedicineStores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Disposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Quantity = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disposals_MedicineStores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "MedicineStores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoreDuties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoreDuties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoreDuties_MedicineStores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "MedicineStores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoreLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Preparation = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Strength = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Form = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    List = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Tolerance = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    JournalSheet = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoreLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoreLines_MedicineStores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "MedicineStores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_InvestigatorId",
                table: "Deviations",
                column: "InvestigatorId");

            migrationBuilder.CreateIndex(
                name: "IX_CountedLines_LineId",
                table: "CountedLines",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_CountedLines_OccasionId_LineId",
                table: "CountedLines",
                columns: new[] { "OccasionId", "LineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_StoreId",
                table: "Deliveries",
                column: "StoreId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryTicks_DeliveryId",
                table: "DeliveryTicks",
                column: "DeliveryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryTicks_OccasionId",
                table: "DeliveryTicks",
                column: "OccasionId");

            migrationBuilder.CreateIndex(
                name: "IX_DeviationMessages_DeviationId",
                table: "DeviationMessages",
                column: "DeviationId");

            migrationBuilder.CreateIndex(
                name: "IX_Disposals_StoreId",
                table: "Disposals",
                column: "StoreId");

            migrationBuilder.CreateIndex(
                name: "IX_DrugMatters_DeviationId",
                table: "DrugMatters",
                column: "DeviationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MedicineStores_Code",
                table: "MedicineStores",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recounts_MatterId",
                table: "Recounts",
                column: "MatterId");

            migrationBuilder.CreateIndex(
                name: "IX_StoreDuties_PersonId",
                table: "StoreDuties",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StoreDuties_StoreId",
                table: "StoreDuties",
                column: "StoreId");

            migrationBuilder.CreateIndex(
                name: "IX_StoreLines_StoreId",
                table: "StoreLines",
                column: "StoreId");

            migrationBuilder.AddForeignKey(
                name: "FK_Deviations_People_InvestigatorId",
                table: "Deviations",
                column: "InvestigatorId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Deviations_People_InvestigatorId",
                table: "Deviations");

            migrationBuilder.DropTable(
                name: "CountedLines");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "DeliveryTicks");

            migrationBuilder.DropTable(
                name: "DeviationMessages");

            migrationBuilder.DropTable(
                name: "Disposals");

            migrationBuilder.DropTable(
                name: "MedicineSettings");

            migrationBuilder.DropTable(
                name: "Recounts");

            migrationBuilder.DropTable(
                name: "StoreDuties");

            migrationBuilder.DropTable(
                name: "StoreLines");

            migrationBuilder.DropTable(
                name: "DrugMatters");

            migrationBuilder.DropTable(
                name: "MedicineStores");

            migrationBuilder.DropIndex(
                name: "IX_Deviations_InvestigatorId",
                table: "Deviations");

            migrationBuilder.DropColumn(
                name: "InvestigatorId",
                table: "Deviations");

            migrationBuilder.DropColumn(
                name: "ReceivedById",
                table: "Deviations");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "Deviations");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BoardDates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoardDates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretSha256 = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ColumnProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Register = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Headers = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ColumnProfiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Forms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Job = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Slot = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Result = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Failed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Xml = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LibraryItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: true),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    System = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Profile = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Selections = table.Column<string>(type: "text", nullable: false),
                    Seed = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ImportedById = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportedByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ClaimedBy = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SignAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Fingerprint = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Rules = table.Column<string>(type: "text", nullable: true),
                    Accesses = table.Column<long>(type: "bigint", nullable: false),
                    Duplicates = table.Column<long>(type: "bigint", nullable: false),
                    BadRows = table.Column<long>(type: "bigint", nullable: false),
                    CaseCount = table.Column<int>(type: "integer", nullable: false),
                    RegisterItemCount = table.Column<int>(type: "integer", nullable: false),
                    Counts = table.Column<string>(type: "text", nullable: false),
                    RegisterItems = table.Column<string>(type: "text", nullable: false),
                    Remarks = table.Column<string>(type: "text", nullable: false),
                    Effect = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Proposed = table.Column<string>(type: "text", nullable: true),
                    MonthsKept = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OnceKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Html = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Calendar = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mails", x => x.Id);
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
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Email = table.Column<string>(type: "text", nullable: true, collation: "sv-SE-x-icu"),
                    EmployeeId = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Scale = table.Column<string>(type: "text", nullable: false),
                    Adoption = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterDefinitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Columns = table.Column<string>(type: "text", nullable: false),
                    KeyColumn = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    UnitColumn = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    AboutPeople = table.Column<bool>(type: "boolean", nullable: false),
                    AboutClients = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Register = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    FileSha256 = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Provenance = table.Column<string>(type: "text", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Ended = table.Column<int>(type: "integer", nullable: false),
                    Warnings = table.Column<string>(type: "text", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    UndoneReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Register = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReplacedByImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacedReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterRows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Head = table.Column<string>(type: "text", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SignedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Frozen = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    FrozenSha256 = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    FrozenRows = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    RegistryNumber = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "TellingSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TellingSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Titles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Titles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Trail",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ActorRole = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ActorUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Act = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Technical = table.Column<bool>(type: "boolean", nullable: false),
                    ObjectType = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ObjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    RootId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false),
                    Change = table.Column<int>(type: "integer", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trail", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "TrailValues",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Salt = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Values = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailValues", x => x.EntryId);
                });

            migrationBuilder.CreateTable(
                name: "Units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    SuccessorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Units", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    System = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PeriodKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Strength = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Users = table.Column<string>(type: "text", nullable: false),
                    Client = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    AccessCount = table.Column<int>(type: "integer", nullable: false),
                    Accesses = table.Column<string>(type: "text", nullable: false),
                    For = table.Column<string>(type: "text", nullable: false),
                    Against = table.Column<string>(type: "text", nullable: false),
                    LeftOut = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewerName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DiscoveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ExtractSecuredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HrToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Verdict = table.Column<int>(type: "integer", nullable: true),
                    VerdictReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Answers = table.Column<string>(type: "text", nullable: true),
                    RestrictionLiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeviationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ForgottenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LogCases_LogImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "LogImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubstituteId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_People_SubstituteId",
                        column: x => x.SubstituteId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PasswordHash = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeviationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    InsteadOfId = table.Column<Guid>(type: "uuid", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    MailId = table.Column<Guid>(type: "uuid", nullable: true),
                    OnceKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanChanges_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Risks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Process = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Score = table.Column<string>(type: "text", nullable: true),
                    Response = table.Column<int>(type: "integer", nullable: false),
                    AcceptReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Risks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Risks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Risks_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Format = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportFiles_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportSections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    OwnText = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    MeasuresTaken = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Proposals = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportSections_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    TitleId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    GivenById = table.Column<Guid>(type: "uuid", nullable: true),
                    AwaitsSecond = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitVersions_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LogCaseOpenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Purpose = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogCaseOpenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LogCaseOpenings_LogCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "LogCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Controls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    RiskId = table.Column<Guid>(type: "uuid", nullable: true),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Purpose = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Field = table.Column<int>(type: "integer", nullable: false),
                    Method = table.Column<int>(type: "integer", nullable: false),
                    Size = table.Column<string>(type: "text", nullable: false),
                    Recurrence = table.Column<string>(type: "text", nullable: false),
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Register = table.Column<string>(type: "text", nullable: true, collation: "sv-SE-x-icu"),
                    ChosenUnits = table.Column<string>(type: "text", nullable: false),
                    UnitOfCount = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PerformerTitle = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ReportingTitle = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ToldTitles = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    LegalBasis = table.Column<string>(type: "text", nullable: false),
                    DeviationRule = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SeriousRule = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    NeedsApproval = table.Column<bool>(type: "boolean", nullable: false),
                    FormKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    DoneBy = table.Column<int>(type: "integer", nullable: false),
                    Selection = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Controls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Controls_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Controls_Risks_RiskId",
                        column: x => x.RiskId,
                        principalTable: "Risks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Occasions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    ControlId = table.Column<Guid>(type: "uuid", nullable: false),
                    ObjectKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PeriodKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Opens = table.Column<DateOnly>(type: "date", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    MeantFor = table.Column<DateOnly>(type: "date", nullable: true),
                    Planned = table.Column<bool>(type: "boolean", nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "uuid", nullable: true),
                    HandedToId = table.Column<Guid>(type: "uuid", nullable: true),
                    BegunOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TookPart = table.Column<string>(type: "text", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Result = table.Column<int>(type: "integer", nullable: true),
                    PerformedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PerformerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Occasions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Occasions_Controls_ControlId",
                        column: x => x.ControlId,
                        principalTable: "Controls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Occasions_People_HandedToId",
                        column: x => x.HandedToId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Occasions_People_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Occasions_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ObjectKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Result = table.Column<int>(type: "integer", nullable: true),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    Faults = table.Column<string>(type: "text", nullable: false),
                    FormKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    FormNumber = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PerformerId = table.Column<Guid>(type: "uuid", nullable: true),
                    PerformerName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Seconds = table.Column<int>(type: "integer", nullable: true),
                    LeftOutReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Checks_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Deviations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: true),
                    ControlKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ObjectKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Severity = table.Column<int>(type: "integer", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PeriodKey = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ReportedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ImmediateAction = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Investigation = table.Column<int>(type: "integer", nullable: false),
                    InvestigationStartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    InvestigationConcludedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConcludedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Cause = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ActionTaken = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    FeedbackGiven = table.Column<bool>(type: "boolean", nullable: false),
                    FeedbackGivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FeedbackText = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    InvestigatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosingNote = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    ChairInformedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OriginKind = table.Column<int>(type: "integer", nullable: false),
                    OriginId = table.Column<Guid>(type: "uuid", nullable: true),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deviations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deviations_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deviations_People_InvestigatorId",
                        column: x => x.InvestigatorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deviations_People_ReportedById",
                        column: x => x.ReportedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deviations_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Outcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Result = table.Column<int>(type: "integer", nullable: false),
                    PerformedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PerformerId = table.Column<Guid>(type: "uuid", nullable: true),
                    PerformerName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Checked = table.Column<int>(type: "integer", nullable: false),
                    Deviating = table.Column<int>(type: "integer", nullable: false),
                    Serious = table.Column<int>(type: "integer", nullable: false),
                    Independence = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Comment = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    CorrectionReason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Objects = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Outcomes_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Samples",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Register = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Seed = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    SeedSha256 = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    CommittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommittedBy = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Selection = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false),
                    DrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PopulationText = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PopulationSha256 = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    PopulationCount = table.Column<int>(type: "integer", nullable: false),
                    Items = table.Column<string>(type: "text", nullable: false),
                    Replacements = table.Column<string>(type: "text", nullable: false),
                    LeftOut = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Samples", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Samples_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoreCounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OccasionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoreCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoreCounts_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "Matters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeviationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "sv-SE-x-icu"),
                    LineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Preparation = table.Column<string>(type: "text", nullable: true, collation: "sv-SE-x-icu"),
                    Difference = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: true),
                    Unit = table.Column<string>(type: "text", nullable: true, collation: "sv-SE-x-icu"),
                    Trace = table.Column<int>(type: "integer", nullable: true),
                    TraceText = table.Column<string>(type: "text", nullable: true, collation: "sv-SE-x-icu"),
                    TracedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TracedByName = table.Column<string>(type: "text", nullable: true, collation: "sv-SE-x-icu"),
                    CareDeviation = table.Column<string>(type: "text", nullable: true, collation: "sv-SE-x-icu"),
                    LexMaria = table.Column<string>(type: "text", nullable: true),
                    Danger = table.Column<string>(type: "text", nullable: true),
                    Police = table.Column<string>(type: "text", nullable: true),
                    OperationsHeadToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matters_Deviations_DeviationId",
                        column: x => x.DeviationId,
                        principalTable: "Deviations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: true),
                    RiskId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeviationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReportingOfficerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Start = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<DateOnly>(type: "date", nullable: true),
                    Checkpoints = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measures_Deviations_DeviationId",
                        column: x => x.DeviationId,
                        principalTable: "Deviations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_People_ReportingOfficerId",
                        column: x => x.ReportingOfficerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Risks_RiskId",
                        column: x => x.RiskId,
                        principalTable: "Risks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountedLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreCountId = table.Column<Guid>(type: "uuid", nullable: false),
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
                        name: "FK_CountedLines_StoreCounts_StoreCountId",
                        column: x => x.StoreCountId,
                        principalTable: "StoreCounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryTicks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreCountId = table.Column<Guid>(type: "uuid", nullable: false),
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
                        name: "FK_DeliveryTicks_StoreCounts_StoreCountId",
                        column: x => x.StoreCountId,
                        principalTable: "StoreCounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                        name: "FK_Recounts_Matters_MatterId",
                        column: x => x.MatterId,
                        principalTable: "Matters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeasureComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "sv-SE-x-icu"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureComments_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_PersonId",
                table: "Absences",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_SubstituteId",
                table: "Absences",
                column: "SubstituteId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_PersonId",
                table: "Accounts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UserName",
                table: "Accounts",
                column: "UserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_PersonId",
                table: "Assignments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_TitleId",
                table: "Assignments",
                column: "TitleId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_UnitId",
                table: "Assignments",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_BoardDates_Date",
                table: "BoardDates",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_SecretSha256",
                table: "CalendarFeeds",
                column: "SecretSha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Checks_OccasionId_ObjectKey",
                table: "Checks",
                columns: new[] { "OccasionId", "ObjectKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ColumnProfiles_Register_Name",
                table: "ColumnProfiles",
                columns: new[] { "Register", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Controls_PlanId",
                table: "Controls",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Controls_RiskId",
                table: "Controls",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_CountedLines_LineId",
                table: "CountedLines",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_CountedLines_StoreCountId_LineId",
                table: "CountedLines",
                columns: new[] { "StoreCountId", "LineId" },
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
                name: "IX_DeliveryTicks_StoreCountId",
                table: "DeliveryTicks",
                column: "StoreCountId");

            migrationBuilder.CreateIndex(
                name: "IX_DeviationMessages_DeviationId",
                table: "DeviationMessages",
                column: "DeviationId");

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_InvestigatorId",
                table: "Deviations",
                column: "InvestigatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_OccasionId",
                table: "Deviations",
                column: "OccasionId");

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_OriginId",
                table: "Deviations",
                column: "OriginId");

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_ReportedById",
                table: "Deviations",
                column: "ReportedById");

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_UnitId_FoundOn",
                table: "Deviations",
                columns: new[] { "UnitId", "FoundOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Disposals_StoreId",
                table: "Disposals",
                column: "StoreId");

            migrationBuilder.CreateIndex(
                name: "IX_Forms_Key_Number",
                table: "Forms",
                columns: new[] { "Key", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Job_Slot",
                table: "JobRuns",
                columns: new[] { "Job", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LogCaseOpenings_CaseId",
                table: "LogCaseOpenings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LogCases_ImportId",
                table: "LogCases",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_LogCases_ReviewerId_Verdict",
                table: "LogCases",
                columns: new[] { "ReviewerId", "Verdict" });

            migrationBuilder.CreateIndex(
                name: "IX_LogCases_UnitId_PeriodKey",
                table: "LogCases",
                columns: new[] { "UnitId", "PeriodKey" });

            migrationBuilder.CreateIndex(
                name: "IX_LogImports_State",
                table: "LogImports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_OnceKey",
                table: "Mails",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_SentAt",
                table: "Mails",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_Matters_DeviationId",
                table: "Matters",
                column: "DeviationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasureComments_MeasureId",
                table: "MeasureComments",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_DeviationId",
                table: "Measures",
                column: "DeviationId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_OwnerId",
                table: "Measures",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_PlanId",
                table: "Measures",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_ReportingOfficerId",
                table: "Measures",
                column: "ReportingOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_RiskId",
                table: "Measures",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_UnitId",
                table: "Measures",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicineStores_Code",
                table: "MedicineStores",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_ControlId_UnitId_ObjectKey_PeriodKey",
                table: "Occasions",
                columns: new[] { "ControlId", "UnitId", "ObjectKey", "PeriodKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_HandedToId",
                table: "Occasions",
                column: "HandedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_PlanId_UnitId",
                table: "Occasions",
                columns: new[] { "PlanId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_ResponsibleId",
                table: "Occasions",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_UnitId",
                table: "Occasions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_OccasionId_Number",
                table: "Outcomes",
                columns: new[] { "OccasionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_Name",
                table: "People",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_PlanChanges_PlanId",
                table: "PlanChanges",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_Year_UnitId",
                table: "Plans",
                columns: new[] { "Year", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recounts_MatterId",
                table: "Recounts",
                column: "MatterId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterDefinitions_Name",
                table: "RegisterDefinitions",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterRows_Register_Year_ReplacedByImportId",
                table: "RegisterRows",
                columns: new[] { "Register", "Year", "ReplacedByImportId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_Day",
                table: "Reminders",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_OccasionId",
                table: "Reminders",
                column: "OccasionId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_OnceKey",
                table: "Reminders",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PersonId",
                table: "Reminders",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportFiles_ReportId",
                table: "ReportFiles",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PlanId_Kind_Number",
                table: "Reports",
                columns: new[] { "PlanId", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportSections_ReportId",
                table: "ReportSections",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_OwnerId",
                table: "Risks",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_PlanId",
                table: "Risks",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Samples_OccasionId_Number",
                table: "Samples",
                columns: new[] { "OccasionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoreCounts_OccasionId",
                table: "StoreCounts",
                column: "OccasionId",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_TellingSettings_UnitId",
                table: "TellingSettings",
                column: "UnitId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Titles_Name",
                table: "Titles",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trail_ActId",
                table: "Trail",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_Trail_Id",
                table: "Trail",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trail_RootId",
                table: "Trail",
                column: "RootId");

            migrationBuilder.CreateIndex(
                name: "IX_Trail_UnitId_Sequence",
                table: "Trail",
                columns: new[] { "UnitId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Units_Code",
                table: "Units",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitVersions_UnitId",
                table: "UnitVersions",
                column: "UnitId");

            migrationBuilder.Sql(Vattenpass.Web.Data.Trail.Triggers.Postgres);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "BoardDates");

            migrationBuilder.DropTable(
                name: "CalendarFeeds");

            migrationBuilder.DropTable(
                name: "Checks");

            migrationBuilder.DropTable(
                name: "ColumnProfiles");

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
                name: "Forms");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "Keys");

            migrationBuilder.DropTable(
                name: "LibraryItems");

            migrationBuilder.DropTable(
                name: "LogCaseOpenings");

            migrationBuilder.DropTable(
                name: "LogSettings");

            migrationBuilder.DropTable(
                name: "Mails");

            migrationBuilder.DropTable(
                name: "MeasureComments");

            migrationBuilder.DropTable(
                name: "MedicineSettings");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "PlanChanges");

            migrationBuilder.DropTable(
                name: "Recounts");

            migrationBuilder.DropTable(
                name: "RegisterDefinitions");

            migrationBuilder.DropTable(
                name: "RegisterImports");

            migrationBuilder.DropTable(
                name: "RegisterRows");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "ReportFiles");

            migrationBuilder.DropTable(
                name: "ReportSections");

            migrationBuilder.DropTable(
                name: "Samples");

            migrationBuilder.DropTable(
                name: "StoreDuties");

            migrationBuilder.DropTable(
                name: "StoreLines");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "TellingSettings");

            migrationBuilder.DropTable(
                name: "Trail");

            migrationBuilder.DropTable(
                name: "TrailValues");

            migrationBuilder.DropTable(
                name: "UnitVersions");

            migrationBuilder.DropTable(
                name: "Titles");

            migrationBuilder.DropTable(
                name: "StoreCounts");

            migrationBuilder.DropTable(
                name: "LogCases");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropTable(
                name: "Matters");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "MedicineStores");

            migrationBuilder.DropTable(
                name: "LogImports");

            migrationBuilder.DropTable(
                name: "Deviations");

            migrationBuilder.DropTable(
                name: "Occasions");

            migrationBuilder.DropTable(
                name: "Controls");

            migrationBuilder.DropTable(
                name: "Units");

            migrationBuilder.DropTable(
                name: "Risks");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Plans");
        }
    }
}

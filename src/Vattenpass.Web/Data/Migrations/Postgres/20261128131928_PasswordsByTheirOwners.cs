using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vattenpass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PasswordsByTheirOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "LockedUntil",
                table: "Accounts",
                newName: "ResetUntil");

            migrationBuilder.AddColumn<string>(
                name: "FormerHashes",
                table: "Accounts",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "ResetAskedById",
                table: "Accounts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResetSha256",
                table: "Accounts",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "sv-SE-x-icu");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FormerHashes",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ResetAskedById",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ResetSha256",
                table: "Accounts");

            migrationBuilder.RenameColumn(
                name: "ResetUntil",
                table: "Accounts",
                newName: "LockedUntil");
        }
    }
}

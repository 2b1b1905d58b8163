using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Vattenpass.Web.Data;

/// <summary>How far a piece of long work has come: what it does now, and how many of how many it has done of that.</summary>
public readonly record struct WorkStep(string What, int Done, int Of)
{
    /// <summary>Told of every so many, which is often enough for anybody to see.</summary>
    public const int Between = 500;
}

/// <summary>Tells whoever waits for a long save how many of its rows are written. A statement ends with a semicolon, and is a row.</summary>
public sealed class SaveProgress : DbCommandInterceptor
{
    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result,
        CancellationToken cancellationToken = default)
    {
        if (eventData is { CommandSource: CommandSource.SaveChanges, Context: VattenpassDb db }) db.Written(command.CommandText.AsSpan().Count(';'));
        return ValueTask.FromResult(result);
    }
}

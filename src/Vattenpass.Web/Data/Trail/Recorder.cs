using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Data.Trail;

/// <summary>
/// Turns what is about to be saved into audit entries. Secrets are named but never copied; nor are the rows and pseudonyms
/// of a log review, which must be gone when their time is up.
/// </summary>
public static class Recorder
{
    private static readonly HashSet<string> Unspoken = ["Id", "Version"];
    private static readonly JsonSerializerOptions Json =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static List<AuditEntry> Record(VattenpassDb db, Act act, List<EntityEntry<Entity>> changed)
    {
        var (at, actId) = (db.Now, db.NewId());
        var entries = new List<AuditEntry>(changed.Count);
        foreach (var entry in changed)
        {
            var root = db.RootOf(entry);
            var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var values = Values(entry);
            var recorded = new AuditEntry
            {
                Id = db.NewId(),
                ActId = actId,
                At = at,
                Act = act.Key,
                Technical = act.Thing is Thing.Settings or Thing.People,
                ActorId = db.Access.IsSystem ? null : db.Access.PersonId,
                ActorName = db.Access.Name,
                ActorRole = db.Access.Holds.Count > 0 ? db.Access.Holds[0].Title : "",
                ActorUnitId = db.Access.Holds.Count > 0 ? db.Access.Holds[0].Unit : null,
                ObjectType = entry.Metadata.ClrType.Name,
                ObjectId = entry.Entity.Id,
                RootId = root.Id,
                UnitId = root.UnitId,
                Field = root.Field,
                Change =
                    entry.State switch { EntityState.Added => Change.Added, EntityState.Deleted => Change.Deleted, _ => Change.Modified },
                Fields = JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => v.Value.Select(x => Hash(salt, x))), Json),
            };
            entries.Add(recorded);
            db.TrailValues.Add(new() { EntryId = recorded.Id, Salt = salt, Values = JsonSerializer.Serialize(values, Json) });
        }
        return entries;
    }

    private static Dictionary<string, string?[]> Values(EntityEntry<Entity> entry) => entry.Properties
        .Where(p => !Unspoken.Contains(p.Metadata.Name))
        .Select(p => (p.Metadata.Name, Old: entry.State is EntityState.Added ? null : Text(entry, p, p.OriginalValue),
            New: entry.State is EntityState.Deleted ? null : Text(entry, p, p.CurrentValue)))
        .Where(p => p.Old != p.New)
        .ToDictionary(p => p.Name,
            p => Rows.Of(entry.Metadata.ClrType).Forgotten.Contains(p.Name)
                ? [p.Old is null ? null : "•", p.New is null ? null : "•"]
                : new[] { p.Old, p.New });

    private static string? Text(EntityEntry<Entity> entry, PropertyEntry property, object? value)
    {
        if (value is null) return null;
        var stored = property.Metadata.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : value;
        if (Rows.Of(entry.Metadata.ClrType).Secret.Contains(property.Metadata.Name)) return "•" + Hash("", stored?.ToString())![..8];
        return stored switch
        {
            byte[] bytes => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => stored?.ToString(),
        };
    }

    public static string? Hash(string salt, string? value) =>
        value is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + value)));
}

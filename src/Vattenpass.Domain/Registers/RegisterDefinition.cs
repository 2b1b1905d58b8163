namespace Vattenpass.Domain.Registers;

/// <summary>A register with columns the municipality defines: read in, drawn from and checked like the built-in ones.</summary>
public sealed class RegisterDefinition : Root
{
    public string Name { get; private set; } = "";
    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public string KeyColumn { get; private set; } = "";
    public string UnitColumn { get; private set; } = "";
    public bool AboutPeople { get; private set; }
    public bool AboutClients { get; private set; }

    private RegisterDefinition() { }

    public RegisterDefinition(Guid id, Guid boardId, Field field, string name, IReadOnlyList<Column> columns, string keyColumn,
        string unitColumn, bool aboutPeople, bool aboutClients)
    {
        Name = Refusal.IfEmpty(name, "Skriv registrets namn.", nameof(Name)).ToLowerInvariant();
        Refusal.If(RegisterKinds.Find(Name) is not null
            || RegisterKinds.All.Any(k => k.Name.Equals(Name, StringComparison.OrdinalIgnoreCase)),
            "Det finns redan ett inbyggt register med det namnet.", nameof(Name));
        Refusal.If(Name.Length > 60 || Name.Any(c => !char.IsLetterOrDigit(c) && c is not (' ' or '-' or '_')),
            "Namnet får ha högst 60 tecken: bokstäver, siffror, mellanslag och bindestreck.", nameof(Name));
        Refusal.If(columns.Count == 0, "Ange minst en kolumn.", nameof(Columns));
        Refusal.If(columns.GroupBy(c => RegisterKind.Fold(c.Name)).Any(g => g.Count() > 1), "Två kolumner har samma namn.", nameof(Columns));
        Refusal.If(columns.All(c => c.Name != keyColumn), "Välj vilken kolumn som är nyckel, med samma namn som i listan.", nameof(KeyColumn));
        Refusal.If(RegisterKinds.IsPersonNumber(keyColumn),
            "Nyckeln visas som namn på det som kontrolleras, och får därför inte vara en persons nummer. Lägg till en kolumn med en egen beteckning, till exempel löpnummer.",
            nameof(KeyColumn));
        Refusal.If(unitColumn.Length > 0 && columns.All(c => c.Name != unitColumn), "Kolumnen med enhet finns inte i listan.", nameof(UnitColumn));
        (Id, UnitId, Field) = (id, boardId, field);
        Columns = [.. columns.Select(c => c.Name == keyColumn ? c with { Required = true } : c)];
        KeyColumn = keyColumn;
        UnitColumn = unitColumn;
        AboutPeople = aboutPeople;
        AboutClients = aboutClients;
    }

    public RegisterKind Kind =>
        new(Name, char.ToUpperInvariant(Name[0]) + Name[1..], Field, Columns, [KeyColumn],
            UnitColumn.Length > 0 ? UnitColumn : null)
        { AboutPeople = AboutPeople, AboutClients = AboutClients };
}

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

/// <summary>What a source system calls the columns of a register. Used when a file's own headers are not enough.</summary>
public sealed class ColumnProfile : Root
{
    public string Name { get; private set; } = "";
    public string Register { get; private set; } = "";
    /// <summary>The register's column → the header in the file.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    private ColumnProfile() { }

    public ColumnProfile(Guid id, Guid boardId, RegisterKind kind, string name, IReadOnlyDictionary<string, string> headers)
    {
        Id = id;
        UnitId = boardId;
        Field = kind.Field;
        Register = kind.Key;
        Describe(kind, name, headers);
    }

    public void Describe(RegisterKind kind, string name, IReadOnlyDictionary<string, string> headers)
    {
        Name = Refusal.IfEmpty(name, "Skriv vad profilen heter, till exempel källsystemets namn.", nameof(Name));
        Headers = headers.Where(h => !string.IsNullOrWhiteSpace(h.Value)).ToDictionary(h => h.Key, h => h.Value.Trim());
        Refusal.If(Headers.Count == 0, "Skriv minst en rubrik som heter något annat i filen.", "Headers");
        Refusal.If(Headers.Values.GroupBy(RegisterKind.Fold).Any(g => g.Count() > 1), "Samma rubrik i filen används för två kolumner.", "Headers");
        Refusal.If(Headers.Keys.Any(c => kind.Find(c) is null), "En kolumn finns inte i registret.", "Headers");
    }

    /// <summary>The file uses the profile's names, and has by them every column that the register needs.</summary>
    public bool Fits(RegisterKind kind, IReadOnlyCollection<string> headers)
    {
        var folded = headers.Select(RegisterKind.Fold).ToHashSet();
        return Headers.Values.Any(h => folded.Contains(RegisterKind.Fold(h)))
            && kind.Columns.Where(c => c.Required).All(c => folded.Contains(RegisterKind.Fold(Headers.GetValueOrDefault(c.Name, c.Name))));
    }

    /// <summary>The headers as the register names them.</summary>
    public IReadOnlyList<string> Translate(IEnumerable<string> headers) =>
        [.. headers.Select(h => Headers.FirstOrDefault(m => RegisterKind.Fold(m.Value) == RegisterKind.Fold(h)).Key ?? h)];
}

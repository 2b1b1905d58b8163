using System.Text.Json.Serialization;

namespace Vattenpass.Domain.Words;

/// <summary>
/// A report as data: headings, text, tables. A format is a writer over this and never decides a word.
/// The order of properties is the order they are hashed in.
/// </summary>
public sealed record Document(string Title, string Subject, string Author, DateOnly? Date, IReadOnlyList<Block> Blocks)
{
    /// <summary>The same with every text through the one door: what a writer gets can be written in any format.</summary>
    public Document Clean() => new(PlainText.Line(Title), PlainText.Line(Subject), PlainText.Line(Author), Date, [.. Blocks.Select(Clean)]);

    private static Block Clean(Block block) => block switch
    {
        HeadingBlock heading => heading with { Text = PlainText.Line(heading.Text) },
        TextBlock text => new TextBlock([.. text.Runs.Select(r => r with { Text = PlainText.Clean(r.Text) })]),
        ListBlock list => new ListBlock([.. list.Items.Select(PlainText.Clean)]),
        FactsBlock facts => new FactsBlock(PlainText.Line(facts.Caption),
            [.. facts.Facts.Select(f => new Fact(PlainText.Line(f.Name), PlainText.Clean(f.Value)))]),
        TableBlock table => new TableBlock(PlainText.Line(table.Caption), [.. table.Header.Select(PlainText.Line)],
            [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select(PlainText.Clean)])], table.Numbers),
        SignatureBlock signature => signature with
        {
            Place = PlainText.Line(signature.Place),
            Name = PlainText.Line(signature.Name),
            Title = PlainText.Line(signature.Title),
        },
        _ => block,
    };

    public IEnumerable<TableBlock> Tables => Blocks.OfType<TableBlock>();
    public IEnumerable<string> Figures =>
        Blocks.OfType<TextBlock>().SelectMany(t => t.Runs).Select(r => r.Figure).OfType<string>().Distinct();
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(TextBlock), "text")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(FactsBlock), "facts")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(SignatureBlock), "signature")]
public abstract record Block;

/// <summary>Level 1 is the document's title, 2 a chapter, 3 a part.</summary>
public sealed record HeadingBlock(int Level, string Text) : Block;

public sealed record TextBlock(IReadOnlyList<Run> Runs) : Block
{
    public string Text => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>A stretch of text; Figure is the key of the figure it writes.</summary>
public sealed record Run(string Text, string? Figure = null);

public sealed record ListBlock(IReadOnlyList<string> Items) : Block;

/// <summary>Names and values, as in a document head.</summary>
public sealed record FactsBlock(string Caption, IReadOnlyList<Fact> Facts) : Block
{
    /// <summary>The facts with the number of pages filled in; a format without pages (null) leaves that fact out.</summary>
    public IEnumerable<Fact> On(int? pages) => Facts.Where(f => pages is not null || f.Value != Fact.Pages)
        .Select(f => f.Value == Fact.Pages ? f with { Value = $"{pages}" } : f);
}

public sealed record Fact(string Name, string Value)
{
    /// <summary>Stands for the number of pages, which only the writer of a format with pages knows.</summary>
    public const string Pages = "{antal sidor}";
}

/// <summary>The first cell of a row is its header. Numbers marks the columns that are set to the right.</summary>
public sealed record TableBlock(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<int> Numbers) : Block;

public sealed record SignatureBlock(string Place, DateOnly? Date, string Name, string Title) : Block;

namespace Vattenpass.Web.Documents.Pdf;

/// <summary>An element of the structure tree: what a screen reader follows.</summary>
public sealed class PdfTag(string type)
{
    private readonly List<object> kids = [];

    public string Type => type;
    public string Attributes { get; init; } = "";

    public PdfTag Child(string childType, string attributes = "")
    {
        var child = new PdfTag(childType) { Attributes = attributes };
        kids.Add(child);
        return child;
    }

    public void Holds(int page, int mark) => kids.Add((page, mark));

    private int number;

    /// <summary>Writes the tree and tells, for each page, which element each mark belongs to.</summary>
    public int Write(PdfFile pdf, int parentNumber, IReadOnlyList<int> pageObjects,
        SortedDictionary<int, SortedDictionary<int, int>> owners)
    {
        number = pdf.Reserve();
        var written = new List<string>();
        foreach (var kid in kids)
        {
            if (kid is PdfTag tag) written.Add($"{tag.Write(pdf, number, pageObjects, owners)} 0 R");
            else if (kid is ValueTuple<int, int>(var page, var mark))
            {
                written.Add($"<< /Type /MCR /Pg {pageObjects[page]} 0 R /MCID {mark} >>");
                if (!owners.TryGetValue(page, out var marks)) owners[page] = marks = [];
                marks[mark] = number;
            }
        }
        pdf.Set(number, $"<< /Type /StructElem /S /{type} /P {parentNumber} 0 R {Attributes} /K [{string.Join(' ', written)}] >>");
        return number;
    }
}

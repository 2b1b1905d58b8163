using System.Globalization;
using System.Text;

namespace Vattenpass.Web.Documents.Pdf;

/// <summary>The pages being written, the place on the page, and the marks that tie what is drawn to the structure tree.</summary>
public sealed class PdfPages(double width, double height)
{
    public const double Margin = 56;
    private const double Foot = 30;
    private readonly List<StringBuilder> pages = [];
    private readonly List<int> marks = [];

    public double Width => width;
    public double TextWidth => width - 2 * Margin;
    public double Y { get; private set; }
    public double Left => Y - Margin - Foot;
    public int Current => pages.Count - 1;
    public int Count => pages.Count;
    public string Content(int page) => pages[page].ToString();

    public void New()
    {
        pages.Add(new());
        marks.Add(0);
        Y = height - Margin;
    }

    public void Down(double points) => Y -= points;

    /// <summary>A line of text whose baseline lies at the given height, belonging to a tag; a null tag is an artifact.</summary>
    public void Text(PdfTag? tag, PdfFont font, double size, double x, double y, string text, int? page = null)
    {
        var (at, onto) = (page ?? Current, pages[page ?? Current]);
        if (tag is null) onto.Append("/Artifact BMC\n");
        else
        {
            tag.Holds(at, marks[at]);
            onto.Append(CultureInfo.InvariantCulture, $"/{tag.Type} << /MCID {marks[at]++} >> BDC\n");
        }
        onto.Append(CultureInfo.InvariantCulture,
            $"BT {x:0.##} {y:0.##} Td {font.Show(text, size)} ET\nEMC\n");
    }

    public void Rectangle(double x, double y, double w, double h, double? fill = null)
    {
        pages[Current].Append(CultureInfo.InvariantCulture,
            $"/Artifact BMC\nq 0.45 G 0.5 w {(fill is { } f ? $"{f.ToString("0.##", CultureInfo.InvariantCulture)} g " : "")}{x:0.##} {y:0.##} {w:0.##} {h:0.##} re {(fill is null ? "S" : "B")} Q\nEMC\n");
    }
}

using DocumentFormat.OpenXml.Wordprocessing;

namespace Vattenpass.Web.Documents;

/// <summary>The few styles our Word documents use.</summary>
internal static class DocxStyles
{
    public static Styles Make()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" },
                new FontSize { Val = "22" }, new Languages { Val = "sv-SE" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines
            {
                After = "120",
                Line = "264",
                LineRule = LineSpacingRuleValues.Auto
            }))));
        styles.Append(Style("Normal", "Normal", null, 22, false, null, isDefault: true));
        styles.Append(Style("Title", "Title", "Normal", 40, true, null));
        styles.Append(Style("Heading1", "heading 1", "Normal", 30, true, 0));
        styles.Append(Style("Heading2", "heading 2", "Normal", 26, true, 1));
        styles.Append(Style("Heading3", "heading 3", "Normal", 22, true, 2));
        styles.Append(Style("Caption", "caption", "Normal", 20, true, null));
        styles.Append(Style("ListBullet", "List Bullet", "Normal", 22, false, null));
        styles.Append(Style("TableHead", "Table Head", "Normal", 18, true, null));
        styles.Append(Style("TableText", "Table Text", "Normal", 18, false, null));
        styles.Append(new Style(
            new StyleName { Val = "Table Grid" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableCellMarginDefault(new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableGrid" });
        return styles;
    }

    public static Numbering Bullets() => new(
        new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" },
            new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
        { LevelIndex = 0 })
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Style Style(string id, string name, string? basedOn, int halfPoints, bool bold, int? outline, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null
        };
        if (basedOn is not null) style.Append(new BasedOn { Val = basedOn });
        var paragraph = new StyleParagraphProperties();
        if (outline is not null || id == "Caption") paragraph.Append(new KeepNext());
        if (id.StartsWith("Table", StringComparison.Ordinal)) paragraph.Append(new SpacingBetweenLines { After = "0" });
        else if (outline is not null) paragraph.Append(new SpacingBetweenLines { Before = "240", After = "80" });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        if (paragraph.HasChildren) style.Append(paragraph);
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        run.Append(new FontSize { Val = $"{halfPoints}" });
        style.Append(run);
        return style;
    }
}

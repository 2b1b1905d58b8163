using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;

namespace Vattenpass.Web.Commands;

/// <summary>The year's figures under the stable keys that others script against.</summary>
public static class FiguresJson
{
    public static readonly JsonSerializerOptions Options = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Of(YearFigures figures)
    {
        var json = new JsonObject();
        if (figures.Medicines is { } medicines) json["läkemedel"] = Medicines(medicines);
        if (figures.Phones is { } phones) json["mobiltelefoner"] = Phones(phones);
        if (figures.Rehab is { } rehab) json["rehab"] = Rehab(rehab);
        if (figures.Logs is { } logs)
            json["loggkontroll"] = new JsonObject { ["genomförda"] = Pair(logs.Done), ["avvikelser"] = logs.Deviations, ["enheter_utan_kontroll"] = List(logs.UnitsWithout) };
        if (figures.Clocks is { } clocks)
            json["tidsfrister"] = new JsonObject { ["per"] = $"{clocks.AsOf:yyyy-MM-dd}", ["överskridna"] = Map(clocks.PerType.Select(t => (t.CaseType, (JsonNode)t.Late.Numerator))) };
        if (figures.Accounts is { } accounts)
        {
            var section = new JsonObject { ["per"] = $"{accounts.AsOf:yyyy-MM-dd}", ["konton"] = accounts.Accounts };
            if (accounts.Matched) section["avvikande"] = Map(accounts.PerDifference.Select(d => (d.Difference, (JsonNode)d.Count)));
            json["behörigheter"] = section;
        }
        return json;
    }

    private static JsonObject Medicines(MedicineFigures figures)
    {
        var json = new JsonObject();
        if (figures.Planned is { } planned) json["kontroller_enligt_plan"] = Pair(planned);
        if (figures.AllStores is { } all) json["alla_förråd_i_bruk"] = Pair(all);
        if (figures.Planned is not null) json["per_område"] = Map(figures.PerArea.Select(a => (a.Area, (JsonNode)Pair(a.Share))));
        if (figures.KnowsStores) json["förråd_utan_kontroll"] = List(figures.WithoutControl.Select(s => s.Code));
        if (figures.Handled is not { } handled) return json;
        json["avvikelser"] = handled.Denominator;
        json["varav_saldodifferens"] = figures.BalanceDifferences;
        json["saldodifferens_utan_utredning"] = figures.BalanceWithoutInvestigation;
        json["utredda_eller_pågående_och_återkopplade"] = handled.Numerator;
        return json;
    }

    private static JsonObject Phones(PhoneFigures figures)
    {
        var json = new JsonObject();
        if (figures.Checked is { } share) json["i_bruk"] = share.Denominator;
        if (figures.Terms.Count > 0) json["kontrollerade"] = figures.DistinctChecked;
        foreach (var term in figures.Terms)
            json[term.Term] = new JsonObject { ["rapporter"] = term.Reports, ["med_avvikelse"] = term.Deviating, ["allvarliga"] = term.Serious };
        if (figures.Checked is not null) json["enheter_under_20_procent"] = List(figures.ShortUnits);
        return json;
    }

    private static JsonObject Rehab(RehabFigures figures)
    {
        var json = new JsonObject();
        if (figures.Closed is { } closed) (json["ärenden"], json["avslutade"]) = (closed.Denominator, closed.Numerator);
        if (figures.ManyAbsences is not { } many) return json;
        json["medarbetare_minst_6_tillfällen"] = many.Count;
        if (figures.Closed is null) return json;
        (json["varav_ärende_upprepad_korttid"], json["varav_annat_ärende"], json["varav_inget_ärende"]) = (figures.WithRepeatedCase, figures.WithOtherCase, figures.WithoutCase);
        return json;
    }

    private static JsonArray Pair(Share share) => [share.Numerator, share.Denominator];
    private static JsonArray List(IEnumerable<string> items) => [.. items.Select(i => (JsonNode)i)];
    private static JsonObject Map(IEnumerable<(string Key, JsonNode Value)> items) => new(items.Select(i => KeyValuePair.Create(i.Key, (JsonNode?)i.Value)));
}

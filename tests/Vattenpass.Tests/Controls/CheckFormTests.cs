using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Controls;

public sealed class CheckFormTests
{
    private static Dictionary<string, string?> Answers(params (string Key, string? Value)[] answers) =>
        answers.ToDictionary(a => a.Key, a => a.Value);

    [Fact]
    public void Every_built_in_form_works_and_all_well_is_without_remark()
    {
        foreach (var form in ControlKinds.Forms.Where(f => f.CanBeAllWell))
            Assert.Equal(OutcomeResult.WithoutRemark, form.Read(form.AllWell.ToDictionary(a => a.Key, a => (string?)a.Value)).Result);
        Assert.True(Phones.Form.CanBeAllWell);
        Assert.True(DocumentationChain.Form.CanBeAllWell);
        Assert.False(PrivateMeans.Form.CanBeAllWell);
    }

    [Fact]
    public void A_no_opens_its_follow_ups_only_and_what_was_not_asked_is_dropped()
    {
        var reading = Phones.Form.Read(Answers(("uppgift", "nej"), ("kategori", "bild på brukare"), ("las", "ja")));
        Assert.Equal((OutcomeResult.WithoutRemark, false), (reading.Result, reading.Answers.ContainsKey("kategori")));
        var missing = Assert.Throws<Refusal>(() => Phones.Form.Read(Answers(("uppgift", "ja"), ("las", "ja"))));
        Assert.Equal("kategori", missing.Field);
    }

    [Fact]
    public void The_kind_and_the_gravity_come_from_the_follow_ups()
    {
        var reading = Phones.Form.Read(Answers(("uppgift", "ja"), ("kategori", "bild på sår"), ("kalla", "personal"),
            ("allvar", "allvarlig"), ("overfort", "ja"), ("anmald", "nej"), ("las", "ja")));
        Assert.Equal(OutcomeResult.SeriousDeviation, reading.Result);
        Assert.Equal([("bild på sår", true), ("inte anmält i incidentkanalen", false)], reading.Faults.Select(f => (f.Kind, f.Serious)));
    }

    [Fact]
    public void A_form_grades_in_its_own_words()
    {
        var form = new CheckForm("egen", "Egen",
        [
            new("fallt", "Har någon fallit?") { Deviates = ["ja"], Fault = "fall" },
            new("grad", "Hur allvarligt?", ItemKind.Choice)
            {
                Choices = ["risk", "tillbud", "negativ händelse"], Grave = ["negativ händelse"], AskedWhen = "fallt", AskedFor = ["ja"],
            },
        ]).Checked();
        foreach (var (grade, result) in new[] { ("tillbud", OutcomeResult.Deviation), ("negativ händelse", OutcomeResult.SeriousDeviation) })
        {
            var reading = form.Read(Answers(("fallt", "ja"), ("grad", grade)));
            Assert.Equal((result, grade), (reading.Result, Assert.Single(reading.Faults).Grade));
        }
        Assert.Throws<Refusal>(() => (form with { Items = [form.Items[0] with { Grave = ["kanske"] }] }).Checked());
    }

    [Fact]
    public void The_chain_breaks_at_the_first_missing_link()
    {
        var reading = DocumentationChain.Form.Read(Answers(("beslut", "ja"), ("uppdrag", "nej"), ("plan", "nej"), ("journal", "nej")));
        Assert.Equal(["kedjan bruten: uppdrag saknas"], reading.Faults.Select(f => f.Kind));
        Assert.Equal(["beslut", "uppdrag"], reading.Answers.Keys);
    }

    [Theory]
    [InlineData("12", OutcomeResult.WithoutRemark)]
    [InlineData("15", OutcomeResult.WithoutRemark)]
    [InlineData("15,1", OutcomeResult.WithRemark)]
    [InlineData("25,01", OutcomeResult.Deviation)]
    public void A_number_is_judged_by_its_limits(string percent, OutcomeResult expected) =>
        Assert.Equal(expected, Staffing.Form.Read(Answers(("vikarier", percent), ("perchef", "20"))).Result);

    [Theory]
    [InlineData("1 234,50", "1 234,50", OutcomeResult.WithoutRemark)]
    [InlineData("1 234,50", "1 234", OutcomeResult.Deviation)]
    public void Counted_is_held_against_expected(string expected, string counted, OutcomeResult result) =>
        Assert.Equal(result, PrivateMeans.Form.Read(Answers(("kassablad", expected), ("kontanter", counted), ("kvitton", "ja"),
            ("signerat", "ja"))).Result);

    [Theory]
    [InlineData("12.5")]
    [InlineData("mycket")]
    [InlineData("1.234,5")]
    public void A_number_that_cannot_be_read_is_refused_at_its_question(string text) =>
        Assert.Equal("vikarier", Assert.Throws<Refusal>(() => Staffing.Form.Read(Answers(("vikarier", text), ("perchef", "20")))).Field);

    [Fact]
    public void A_form_that_cannot_work_says_why()
    {
        Assert.Contains("svar som inte finns",
            Assert.Throws<Refusal>(() => new CheckForm("x", "X", [new("a", "A?") { Deviates = ["kanske"] }]).Checked()).Message,
            StringComparison.Ordinal);
        Assert.Contains("två frågor",
            Assert.Throws<Refusal>(() => new CheckForm("x", "X", [new("a", "A?"), new("a", "B?")]).Checked()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_version_is_locked()
    {
        var version = new FormVersion(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.Empty, 1, Hygiene.Form);
        version.Publish(new(2026, 1, 1));
        Assert.Throws<Refusal>(() => version.Change(Hygiene.Form));
    }

    /// <summary>Questions that no answer could satisfy, or that say two things of one answer.</summary>
    public static TheoryData<FormItem> Impossible => new()
    {
        new FormItem("a", "Temperatur?", ItemKind.Number) { Low = 8, High = 2 },
        new FormItem("a", "Temperatur?", ItemKind.Number) { Low = 2, RemarkLow = 1 },
        new FormItem("a", "Finns rutin?") { Deviates = ["nej"], Remarks = ["nej"] },
        new FormItem("a", "Finns rutin?") { Deviates = ["ja", "nej"] },
        new FormItem("a", "Färg?", ItemKind.Choice) { Choices = ["röd", "Röd"] },
    };

    [Theory, MemberData(nameof(Impossible))]
    public void A_question_that_cannot_work_is_refused(FormItem item) =>
        Assert.Throws<Refusal>(() => new CheckForm("f", "F", [item]).Checked());
}

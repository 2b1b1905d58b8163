using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>Questions that the demo municipality's board has put: one that is answered, and one that waits.</summary>
public sealed class DemoQuestions(VattenpassDb db, DemoTown town, DateOnly today)
{
    public async Task AddAsync(CancellationToken stop)
    {
        var (writer, head) = (town.Person("Utvecklingsledare").Id, town.Person("Förvaltningschef"));
        var answered = new BoardQuestion(db.NewId(), town.Board.Id, new("D, KD, M och L", "Redovisning av åtgärder efter egenkontrollerna", "ärende 7", today.AddDays(-40), today.AddDays(-44), writer,
            ["Vilka brister har egenkontrollerna visat?", "Vad är gjort åt dem?"]));
        answered.Answer(0, "Egenkontrollerna visar framför allt att:\n- rutinen för loggkontroll inte är känd överallt\n- räkningen av läkemedel inte görs varje månad i alla förråd", [], writer);
        answered.Answer(1, "Rutinen för loggkontroll är förenklad och gås igenom på arbetsplatsträffar. Alla sjuksköterskor har gått igenom rutinen för kontrollräkning.", [], writer);
        answered.Approve(head.Id, head.Name, db.Now.AddDays(-45), []);
        answered.Send($"SN {today.Year}/88", today.AddDays(-44), today, 5, 5);
        db.Questions.Add(answered);
        db.Questions.Add(new(db.NewId(), town.Board.Id, new("S och V", "Läkemedelshantering på särskilda boenden", "", today.AddDays(24), today.AddDays(17), writer,
            ["Hur många kontroller av läkemedel är inte gjorda i år, och varför?"])));
        await db.SaveAsync(Acts.SetUpDemo, stop: stop);
    }
}

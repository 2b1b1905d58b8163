using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Features.Medicines;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Features.Samples;
using Vattenpass.Web.Mail;

namespace Vattenpass.Web.Jobs;

/// <summary>A job: its name, how often it runs, and what it does. It says in Swedish what it did, "" when there was nothing to do.</summary>
public sealed record Job(string Name, string What, TimeSpan Every, Func<JobTools, CancellationToken, Task<string>> Run);

/// <summary>What a job may use.</summary>
public sealed record JobTools(Databases Databases, MailSettings Mail);

/// <summary>The only list of jobs.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<Job> Jobs =
    [
        new("listor", "Drar listan för kontroller som har öppnat", TimeSpan.FromMinutes(15),
            (t, stop) => new ListRound(t.Databases).RunAsync(stop)),
        new("påminnelser", "Påminner enligt trappan, ett brev per person och dag", TimeSpan.FromMinutes(15),
            (t, stop) => new LadderRound(t.Databases, t.Mail).RunAsync(stop)),
        new("allvarliga", "Meddelar allvarliga avvikelser genast", TimeSpan.FromMinutes(1),
            (t, stop) => new SeriousRound(t.Databases, t.Mail).RunAsync(stop)),
        new("förråd", "Berättar om avvikelser i läkemedelsförråd och påminner om återkoppling", TimeSpan.FromMinutes(1),
            (t, stop) => new DrugRound(t.Databases, t.Mail).RunAsync(stop)),
        new("utkorg", "Skickar brev ur utkorgen", TimeSpan.FromMinutes(1), (t, stop) => new Outbox(t.Databases, t.Mail).SendAsync(stop)),
        new("loggmånader", "Avslutar månadens loggkontroll när alla fall är bedömda", TimeSpan.FromMinutes(15),
            (t, stop) => LogMonths.FinishAsync(t.Databases, null, stop)),
        new("loggfall", "Gallrar loggfall vars tid är ute", TimeSpan.FromDays(1), (t, stop) => LogForgetting.RunAsync(t.Databases, stop)),
        new("städning", "Glömmer gamla jobbkörningar", TimeSpan.FromDays(1), (t, stop) => Cleaning.RunAsync(t.Databases, stop)),
    ];
}

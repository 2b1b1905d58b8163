using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Jobs;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>What runs by itself, whether it goes well, and the letters it sends.</summary>
[Needs(Thing.Settings)]
public sealed class JobsModel(VattenpassDb db, MailSettings mail) : VattenpassPage(db)
{
    private const int MostShown = 50;
    public bool Sends => mail.Sends;
    public IReadOnlyList<(Job Job, JobRun? Last, JobRun? LastWithResult)> Jobs { get; private set; } = [];
    public IReadOnlyList<OutgoingMail> Mails { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var runs = await Db.JobRuns.AsNoTracking().OrderByDescending(r => r.Id).Take(5000).ToListAsync(Stop);
        Jobs = [.. Schedule.Jobs.Select(j => (j, runs.Find(r => r.Job == j.Name), runs.Find(r => r.Job == j.Name && r.Result.Length > 0)))];
        Mails = await Db.Mails.AsNoTracking().OrderByDescending(m => m.Id).Take(MostShown).ToListAsync(Stop);
    }
}

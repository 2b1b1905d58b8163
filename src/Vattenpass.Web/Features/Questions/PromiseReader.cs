using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Questions;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Questions;

/// <summary>What an answer promises, as it stands now.</summary>
public static class PromiseReader
{
    /// <param name="whole">Sees all of it: what the board is promised is the board's to see, whoever's measure it became.</param>
    public static async Task<IReadOnlyList<(Guid Id, PromiseFact Fact)>> ReadAsync(VattenpassDb whole, BoardQuestion question, CancellationToken stop)
    {
        var promised = await whole.Measures.AsNoTracking().Include(m => m.Owner).Where(m => question.PromiseIds.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(stop);
        return [.. promised.Select(m => (m.Id, new PromiseFact(m.Title, m.OwnersText, m.End, m.IsLate(whole.Today) ? "försenad" : m.StatusText(m.Status, whole.Today))))];
    }
}

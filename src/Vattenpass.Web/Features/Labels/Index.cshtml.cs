using Microsoft.EntityFrameworkCore;
using QRCoder;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Labels;

/// <summary>Printable labels: a QR code per store and unit that opens what is to be checked there.</summary>
[Needs(Thing.Registers)]
public sealed class IndexModel(VattenpassDb db, MailSettings settings) : VattenpassPage(db)
{
    public IReadOnlyList<Label> Labels { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        var stores = StoresInUse.Of(await StoreCards.RowsAsync(Db, int.MaxValue, Stop), await Db.Stores.AsNoTracking().ToListAsync(Stop));
        var units = await Db.Occasions.Where(o => o.Control.Plan.Year >= Today.Year - 1)
            .Select(o => o.UnitId!.Value)
            .Distinct()
            .ToListAsync(Stop);
        Labels =
        [
            .. stores.Where(s => s.Card?.UsedTo is not { } to || to >= Today)
            .OrderBy(s => s.Code, SwedishOrder.Comparer)
            .Select(s => Make($"Förråd {s.Code}", tree.NameOf(s.UnitId),
                $"{settings.Address}/oppna/{s.UnitId}?objekt={Uri.EscapeDataString(s.Code)}")),
            .. tree.Working.Where(u => units.Contains(u.Id))
            .Select(u => Make(tree.NameOf(u.Id), "alla kontroller", $"{settings.Address}/oppna/{u.Id}")),
        ];
    }

    private static Label Make(string name, string detail, string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new(name, detail, Convert.ToBase64String(new PngByteQRCode(code).GetGraphic(6)));
    }

    public sealed record Label(string Name, string Detail, string Png);
}

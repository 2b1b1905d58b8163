using Microsoft.EntityFrameworkCore;
using QRCoder;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Labels;

/// <summary>Printable labels: a QR code per store and unit that opens what is to be checked there.</summary>
[Needs(Thing.Registers)]
public sealed class IndexModel(VattenpassDb db, MailSettings settings) : VattenpassPage(db)
{
    public IReadOnlyList<Label> Labels { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        var newest = await Db.RegisterRows.Where(r => r.Register == RegisterKinds.Stores.Key && r.ReplacedByImportId == null).Select(r => (int?)r.Year).MaxAsync(Stop);
        var stores = await Db.RegisterRows.AsNoTracking().Where(r => r.Register == RegisterKinds.Stores.Key && r.Year == newest && r.ReplacedByImportId == null).ToListAsync(Stop);
        var units = await Db.Occasions.Where(o => o.Control.Plan.Year >= Today.Year - 1).Select(o => o.UnitId!.Value).Distinct().ToListAsync(Stop);
        Labels =
        [
            .. stores.OrderBy(s => s.Key, YearFigures.SwedishOrder).Select(s => Make($"Förråd {s.Key}", tree.NameOf(s.UnitId), $"{settings.Address}/oppna/{s.UnitId}?objekt={Uri.EscapeDataString(s.Key)}")),
            .. tree.Working.Where(u => units.Contains(u.Id)).Select(u => Make(tree.NameOf(u.Id), "alla kontroller", $"{settings.Address}/oppna/{u.Id}")),
        ];
    }

    private static Label Make(string name, string detail, string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new(name, detail, Convert.ToBase64String(new PngByteQRCode(code).GetGraphic(6)));
    }

    public sealed record Label(string Name, string Detail, string Png);
}

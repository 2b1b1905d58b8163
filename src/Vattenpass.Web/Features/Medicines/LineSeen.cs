using Vattenpass.Domain.Medicines;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A preparation as it stands on the page where the store is counted. Posted is the key of the form that came back with an error.</summary>
public sealed record LineSeen(StoreLine Line, CountedLine? Counted, CountModel Page, string? Posted);

/// <summary>An amount to fill in, of one line's form.</summary>
public sealed record AmountSeen(LineSeen Line, string Key, string Name, string Label);

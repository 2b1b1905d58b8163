namespace Vattenpass.Domain.Plans;

/// <summary>How the sample was chosen: by ticket, longest unchecked first (objects only), or everything.</summary>
public enum Selection { Random = 1, Rotation = 2, Census = 3 }

public static class SelectionNames
{
    public static string Swedish(this Selection selection) => selection switch
    {
        Selection.Random => "slumpmässigt",
        Selection.Rotation => "i tur och ordning, den som varit okontrollerad längst först",
        Selection.Census => "alla",
        _ => throw new InvalidOperationException(),
    };
}

using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Figures;

/// <summary>A figure in a sentence, with the name of the rows behind it.</summary>
public static class FigureText
{
    public static Run Figure(Share share) => new(share.ToString(), share.RowSet);
    public static Run Short(Share share) => new(share.Short, share.RowSet);
}

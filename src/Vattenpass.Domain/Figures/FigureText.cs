using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Figures;

/// <summary>A figure in a sentence, with the name of the rows behind it.</summary>
public static class FigureText
{
    public static Run Show(Figure figure) => new(figure.Share.ToString(), figure.Key);
    public static Run Short(Figure figure) => new(figure.Share.Short, figure.Key);
    public static Run As(string text, Figure figure) => new(text, figure.Key);
}

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>The text of one field, in memory that is used again.</summary>
internal sealed class FieldText
{
    /// <summary>How many characters of a value are kept: more than any member may have, so that a longer one is refused as too long.</summary>
    public const int MaximumLength = 1100;

    private const int UsualLength = 64;

    private char[] characters = [];
    private int length;

    /// <summary>The element that the text stands in; null while there is none.</summary>
    public MessageNode? Node { get; private set; }

    /// <summary>The text without white space around it.</summary>
    public ReadOnlySpan<char> Text => characters.AsSpan(0, length).Trim();

    /// <summary>Whether the element that is open now is the one that counts.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Forgets the text.</summary>
    public void Clear() => (Node, length, IsOpen) = (null, 0, false);

    /// <summary>Opens an element of the field. Of several the first with a text counts, unless they are pieces of one.</summary>
    public void Open(MessageNode node, bool arePieces)
    {
        IsOpen = arePieces || Text.IsEmpty;
        if (Text.IsEmpty)
        {
            (Node, length) = (node, 0);
        }
        else if (IsOpen)
        {
            Append(" ");
        }
    }

    /// <summary>Adds a piece; what is over the limit is let go.</summary>
    public void Append(ReadOnlySpan<char> piece)
    {
        piece = piece[..Math.Min(piece.Length, MaximumLength - length)];
        if (characters.Length < length + piece.Length)
        {
            Array.Resize(ref characters, Math.Max(UsualLength, (length + piece.Length) * 2));
        }

        piece.CopyTo(characters.AsSpan(length));
        length += piece.Length;
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Replaces card numbers by tokens, in text and inside JSON.</summary>
internal static class CardReplacer
{
    /// <summary>What a byte of JSON text can become when it is escaped again.</summary>
    private const int EscapedLength = 6;

    /// <summary>Writes a text with its card numbers replaced.</summary>
    /// <param name="text">The text; it may stand in <paramref name="scratch"/>.</param>
    /// <param name="cards">Makes the tokens.</param>
    /// <param name="scratch">Takes the changed text at its <see cref="PaymentScratch.Used"/>.</param>
    /// <param name="length">How many bytes the changed text has.</param>
    /// <returns>False, with nothing taken, when there is no card number.</returns>
    public static bool TryReplace(ReadOnlySpan<byte> text, CardTokenizer cards, PaymentScratch scratch, out int length)
    {
        length = 0;
        if (!CardNumbers.TryFind(text, 0, out var start, out var end))
        {
            return false;
        }

        length = Replace(text, start, end, cards, scratch.Reserve(BoundFor(text.Length)));
        scratch.Take(length);
        return true;
    }

    /// <summary>Writes a JSON object with the card numbers in its names, texts and numbers replaced; a number that holds one becomes a text.</summary>
    /// <param name="json">A valid JSON object; it may not stand in <paramref name="scratch"/>.</param>
    /// <param name="cards">Makes the tokens.</param>
    /// <param name="scratch">Takes the changed object at its <see cref="PaymentScratch.Used"/>.</param>
    /// <param name="length">How many bytes the changed object has.</param>
    /// <returns>False, with nothing taken, when there is no card number.</returns>
    /// <exception cref="InvalidOperationException">A text has half of a surrogate pair.</exception>
    public static bool TryReplaceInJson(ReadOnlySpan<byte> json, CardTokenizer cards, PaymentScratch scratch, out int length)
    {
        var start = scratch.Used;
        var copied = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = PaymentReader.MaximumDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number)
            {
                ReplaceToken(json, ref reader, ref copied, cards, scratch);
            }
        }

        if (copied > 0)
        {
            Append(json[copied..], scratch);
        }

        length = scratch.Used - start;
        return copied > 0;
    }

    private static void ReplaceToken(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, ref int copied, CardTokenizer cards, PaymentScratch scratch)
    {
        byte[]? rented = null;
        var text = reader.ValueSpan;
        if (reader.TokenType != JsonTokenType.Number && reader.ValueIsEscaped)
        {
            rented = ArrayPool<byte>.Shared.Rent(text.Length);
            text = rented.AsSpan(0, reader.CopyString(rented));
        }

        if (CardNumbers.TryFind(text, 0, out var start, out var end))
        {
            var from = (int)reader.TokenStartIndex;
            var contentLength = reader.ValueSpan.Length + (reader.TokenType == JsonTokenType.Number ? 0 : 2);
            Append(json[copied..from], scratch);
            Append("\""u8, scratch);
            AppendEscaped(text, start, end, cards, scratch);
            Append("\""u8, scratch);
            copied = from + contentLength;
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void AppendEscaped(ReadOnlySpan<byte> text, int start, int end, CardTokenizer cards, PaymentScratch scratch)
    {
        var bound = BoundFor(text.Length);
        var room = scratch.Reserve(bound * (1 + EscapedLength));
        var replaced = room.Slice(bound * EscapedLength, bound);
        var length = Replace(text, start, end, cards, replaced);
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(replaced[..length], room[..(bound * EscapedLength)], out _, out var written);
        scratch.Take(written);
    }

    private static int Replace(ReadOnlySpan<byte> text, int start, int end, CardTokenizer cards, Span<byte> destination)
    {
        Span<byte> digits = stackalloc byte[CardNumbers.MaximumDigits];
        var (from, length) = (0, 0);
        do
        {
            text[from..start].CopyTo(destination[length..]);
            length += start - from;
            var count = CardNumbers.CopyDigits(text[start..end], digits);
            length += cards.Write(digits[..count], destination[length..]);
            from = end;
        }
        while (CardNumbers.TryFind(text, from, out start, out end));

        text[from..].CopyTo(destination[length..]);
        return length + text.Length - from;
    }

    private static void Append(ReadOnlySpan<byte> bytes, PaymentScratch scratch)
    {
        bytes.CopyTo(scratch.Reserve(bytes.Length));
        scratch.Take(bytes.Length);
    }

    /// <summary>Each card number has 13 bytes at least and becomes a token.</summary>
    private static int BoundFor(int length) => length + (((length / CardNumbers.MinimumDigits) + 1) * CardTokenizer.TokenLength);
}

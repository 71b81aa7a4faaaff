using System.Security.Cryptography;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Replaces card numbers by <c>card:TOKEN:1234</c>: 24 letters made of the first 96 bits of an HMAC-SHA256 (RFC 2104) of the digits under a tenant's
/// key, and the last four digits. The same card has the same token wherever it stands in a tenant, and another one in another tenant; without the key
/// nobody can tell the card from it. The token's letters are <c>a</c> to <c>p</c>, four bits each, so that it never looks like a number itself.
/// Safe from any thread.
/// </summary>
public sealed class CardTokenizer
{
    /// <summary>Bytes of a token, as long as the longest IBAN.</summary>
    public const int TokenLength = 34;

    /// <summary>The shortest key, in bytes.</summary>
    public const int MinimumKeyLength = 16;

    private const int LastDigits = 4;
    private const int LetterCount = 24;

    private readonly byte[] key;

    /// <summary>Takes a copy of a tenant's key.</summary>
    /// <exception cref="ArgumentException">The key is shorter than <see cref="MinimumKeyLength"/> bytes.</exception>
    public CardTokenizer(ReadOnlySpan<byte> key)
    {
        if (key.Length < MinimumKeyLength)
        {
            throw new ArgumentException($"A key of at least {MinimumKeyLength} bytes is needed.", nameof(key));
        }

        this.key = key.ToArray();
    }

    private static ReadOnlySpan<byte> Prefix => "card:"u8;

    /// <summary>Writes the token of a card.</summary>
    /// <param name="digits">The card number, digits only.</param>
    /// <param name="destination">At least <see cref="TokenLength"/> bytes.</param>
    /// <returns><see cref="TokenLength"/>.</returns>
    public int Write(ReadOnlySpan<byte> digits, Span<byte> destination)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, digits, code);
        Prefix.CopyTo(destination);
        for (var i = 0; i < LetterCount; i++)
        {
            var bits = (i & 1) == 0 ? code[i / 2] >> 4 : code[i / 2] & 0xF;
            destination[Prefix.Length + i] = (byte)('a' + bits);
        }

        destination[Prefix.Length + LetterCount] = (byte)':';
        digits[^LastDigits..].CopyTo(destination[(TokenLength - LastDigits)..]);
        return TokenLength;
    }

    /// <summary>Whether a text is a token and nothing else.</summary>
    public static bool IsToken(ReadOnlySpan<byte> text)
        => text.Length == TokenLength && EndsTokenAt(text, TokenLength - LastDigits, TokenLength)
            && !text[^LastDigits..].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Whether a run of digits is the last four of a token.</summary>
    internal static bool EndsTokenAt(ReadOnlySpan<byte> text, int start, int end)
    {
        var tokenStart = end - TokenLength;
        return end - start == LastDigits && tokenStart >= 0 && text[start - 1] == ':' && text[tokenStart..].StartsWith(Prefix)
            && !text.Slice(tokenStart + Prefix.Length, LetterCount).ContainsAnyExceptInRange((byte)'a', (byte)'p');
    }
}

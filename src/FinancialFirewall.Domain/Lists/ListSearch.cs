using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// Which entries somebody looks for by how their values begin: all whose keys lie from <see cref="From"/> on, and begin with it, or, for a range of addresses,
/// are not behind <see cref="Until"/>.
/// </summary>
/// <param name="From">The least key, UTF-8; empty for all.</param>
/// <param name="Until">The greatest beginning of a key; null where keys begin with <paramref name="From"/>.</param>
public sealed record ListSearch(ReadOnlyMemory<byte> From, ReadOnlyMemory<byte>? Until)
{
    /// <summary>Every entry.</summary>
    public static ListSearch All { get; } = new(ReadOnlyMemory<byte>.Empty, null);

    /// <summary>
    /// The entries of a list whose values begin with a text: names without regard to case, account numbers without regard to spaces where they begin like an IBAN,
    /// addresses by a range that holds them.
    /// </summary>
    /// <param name="member">What the list watches.</param>
    /// <param name="prefix">The text; for addresses a range such as <c>10.0.0.0/8</c>.</param>
    /// <returns>The search; null where the text is no range of addresses and should be one.</returns>
    public static ListSearch? Beginning(PaymentMember? member, string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (ListValues.IsAddress(member))
        {
            return OfRange(prefix.Trim());
        }

        if (ListValues.IsName(member))
        {
            Span<byte> folded = stackalloc byte[NameText.MaximumLength];
            var length = NameText.Fold(Encoding.UTF8.GetBytes(prefix), folded);
            return length < 0 ? null : new ListSearch(folded[..length].ToArray(), null);
        }

        return new ListSearch(Encoding.UTF8.GetBytes(Text(member, prefix.Trim())), null);
    }

    /// <summary>Whether a key from <see cref="From"/> on is still one that is looked for.</summary>
    internal bool Holds(ReadOnlySpan<byte> key)
        => Until is { } until ? key[..Math.Min(key.Length, until.Length)].SequenceCompareTo(until.Span) <= 0 : key.StartsWith(From.Span);

    private static string Text(PaymentMember? member, string prefix) => member switch
    {
        PaymentMember.Country or PaymentMember.FromCountry or PaymentMember.ToCountry or PaymentMember.DebtorAgent or PaymentMember.CreditorAgent
            => prefix.ToUpperInvariant(),
        PaymentMember.Uetr => prefix.ToLowerInvariant(),
        null or PaymentMember.FromAccountNumber or PaymentMember.ToAccountNumber when BeginsLikeIban(prefix)
            => prefix.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
        _ => prefix,
    };

    private static bool BeginsLikeIban(string text)
        => text.Length >= 4 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    private static ListSearch? OfRange(string text)
    {
        if (!AddressText.TryParseRange(Encoding.UTF8.GetBytes(text), out var prefix, out var length))
        {
            return null;
        }

        var last = prefix | ~AddressText.Mask(length);
        return new ListSearch(Digits(prefix), Digits(last));
    }

    private static byte[] Digits(UInt128 address) => Encoding.ASCII.GetBytes(address.ToString("x32", CultureInfo.InvariantCulture));
}

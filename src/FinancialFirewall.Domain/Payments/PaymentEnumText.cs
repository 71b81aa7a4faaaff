using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FinancialFirewall.Domain.Payments;

/// <summary>The enumerations of a payment as JSON writes them, UPPER_SNAKE_CASE.</summary>
public static class PaymentEnumText
{
    private static readonly string[] KindNames = ["PAYMENT", "REFUND", "REVERSAL", "RETURN", "AUTHORISATION", "CAPTURE", "ACCOUNT_VERIFICATION"];
    private static readonly string[] SourceNames = ["BANK_CLIENT", "CLEARING_SYSTEM"];
    private static readonly JsonEncodedText[] EncodedKinds = [.. KindNames.Select(name => JsonEncodedText.Encode(name))];
    private static readonly JsonEncodedText[] EncodedSources = [.. SourceNames.Select(name => JsonEncodedText.Encode(name))];

    /// <summary>All kinds, in the order of their numbers.</summary>
    public static ReadOnlySpan<string> Kinds => KindNames;

    /// <summary>All sources, in the order of their numbers.</summary>
    public static ReadOnlySpan<string> Sources => SourceNames;

    /// <summary>The text of a kind.</summary>
    public static string ToText(PaymentKind kind) => KindNames[(int)kind - 1];

    /// <summary>The text of a source.</summary>
    public static string ToText(PaymentSource source) => SourceNames[(int)source - 1];

    /// <summary>The text of a kind in UTF-8, without allocating.</summary>
    public static ReadOnlySpan<byte> ToUtf8(PaymentKind kind) => EncodedKinds[(int)kind - 1].EncodedUtf8Bytes;

    /// <summary>The text of a source in UTF-8, without allocating.</summary>
    public static ReadOnlySpan<byte> ToUtf8(PaymentSource source) => EncodedSources[(int)source - 1].EncodedUtf8Bytes;

    /// <summary>Reads a kind.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out PaymentKind kind)
    {
        var index = IndexOf(text, EncodedKinds);
        kind = index < 0 ? PaymentKind.Payment : (PaymentKind)(index + 1);
        return index >= 0;
    }

    /// <summary>Reads a source.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out PaymentSource source)
    {
        var index = IndexOf(text, EncodedSources);
        source = index < 0 ? PaymentSource.BankClient : (PaymentSource)(index + 1);
        return index >= 0;
    }

    private static int IndexOf(ReadOnlySpan<byte> text, JsonEncodedText[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (text.SequenceEqual(names[i].EncodedUtf8Bytes))
            {
                return i;
            }
        }

        return -1;
    }
}

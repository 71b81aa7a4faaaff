using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>Shows what a caller sent without the card numbers in it.</summary>
internal static class CardMask
{
    private const int ShownDigits = 4;

    /// <summary>The text, with stars instead of all but the last four digits of each card number.</summary>
    public static string Hide(ReadOnlySpan<byte> utf8)
    {
        var masked = new StringBuilder();
        var from = 0;
        while (CardNumbers.TryFind(utf8, from, out var start, out var end))
        {
            masked.Append(Encoding.UTF8.GetString(utf8[from..start])).Append("************").Append(Encoding.UTF8.GetString(utf8[(end - ShownDigits)..end]));
            from = end;
        }

        return masked.Append(Encoding.UTF8.GetString(utf8[from..])).ToString();
    }
}

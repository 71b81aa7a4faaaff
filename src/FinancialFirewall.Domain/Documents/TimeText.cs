using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Documents;

/// <summary>Times and days of a document, as RFC 3339 writes them.</summary>
internal static class TimeText
{
    /// <summary>Reads a time with its offset.</summary>
    internal static bool TryParse(string text, out Instant time)
    {
        time = default;
        return text.Length <= Rfc3339.MaximumLength && Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out time);
    }

    /// <summary>Whether this is a day such as <c>2026-03-01</c>.</summary>
    internal static bool IsDay(string text)
        => text.Length <= Rfc3339.MaximumLength && Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(text), out _);
}

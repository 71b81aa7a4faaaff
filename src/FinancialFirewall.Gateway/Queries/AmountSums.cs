using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Adds up amounts by piece of time and currency. Sums are decimals: those of many payments may be above what one amount can be.</summary>
internal sealed class AmountSums(CountQuery query)
{
    private readonly Dictionary<(long Piece, ushort Currency), (decimal Minor, long Payments)> sums = [];

    /// <summary>How many payments were added.</summary>
    public long Payments { get; private set; }

    /// <summary>Adds a payment of the span, and gives when it was assessed.</summary>
    public Instant Add(AssessmentRecord record)
    {
        var payment = record.Payment;
        var key = ((record.AssessedAt.UnixMicroseconds - query.From.UnixMicroseconds) / (query.Width.Ticks / TimeSpan.TicksPerMicrosecond), payment.CurrencyNumber);
        var (minor, payments) = sums.GetValueOrDefault(key);
        sums[key] = (minor + payment.AmountMinor, payments + 1);
        Payments++;
        return record.AssessedAt;
    }

    /// <summary>The sums, the earliest first, then by currency.</summary>
    public IReadOnlyList<AmountSum> ToList() => [.. sums
        .Select(one => new AmountSum(query.From.Plus(one.Key.Piece * query.Width), CurrencyTable.Get(one.Key.Currency).Code, InMajor(one.Value.Minor, CurrencyTable.Get(one.Key.Currency)), one.Value.Payments))
        .OrderBy(static one => one.Start).ThenBy(static one => one.Currency, StringComparer.Ordinal)];

    private static decimal InMajor(decimal minor, Currency currency) => minor * new decimal(1, 0, 0, isNegative: false, currency.Exponent);
}

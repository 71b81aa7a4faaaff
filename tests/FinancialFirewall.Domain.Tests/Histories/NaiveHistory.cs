using System.Text;
using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Tests.Histories;

/// <summary>One key's history as a plain list of everything that happened, asked by looking at all of it.</summary>
internal sealed class NaiveHistory(byte[] key, long firstSeen)
{
    public byte[] Key { get; } = key;

    public long FirstSeen { get; } = firstSeen;

    public long Latest { get; set; } = firstSeen;

    public List<NaivePayment> Payments { get; } = [];

    /// <summary>Payments and releases in the order in which they happened.</summary>
    public List<(long At, NaivePayment Payment, long Released, bool Entirely, bool IsRelease)> Events { get; } = [];

    public void Record(long at, NaivePayment payment)
    {
        Latest = Math.Max(Latest, at);
        payment.At = Latest;
        Payments.Add(payment);
        Events.Add((at, payment, 0, false, false));
    }

    public void Release(long at, NaivePayment payment, long amount, bool entirely)
    {
        Latest = Math.Max(Latest, at);
        payment.Rest -= amount;
        payment.Undone |= entirely;
        Events.Add((at, payment, amount, entirely, true));
    }

    /// <summary>What a window answers, in words: kind, number or text, saturation.</summary>
    public string Measure(WindowDefinition window, long at, NaivePayment current)
    {
        var own = current.ContributionTo(window);
        if (own.Unknown)
        {
            return "Unknown";
        }

        at = Math.Max(at, Latest);
        var width = window.WindowSeconds <= 3600 ? 1_000_000 : window.WindowSeconds <= 86_400 ? 60_000_000 : 3_600_000_000;
        var first = FloorDivide(at - (window.WindowSeconds * 1_000_000) + 1, width);
        var start = Payments.Count;
        while (start > 0 && FloorDivide(Payments[start - 1].At, width) >= first)
        {
            start--;
        }

        var inside = Payments[start..].Where(p => p.ContributionTo(window) is { Counts: true, Unknown: false }).ToList();
        var accepted = inside.Where(p => p.Accepted).ToList();
        return window.Function switch
        {
            AggregateFunction.Count => Number(inside.Count + (own.Counts ? 1 : 0), 1),
            AggregateFunction.Sum => Number(Total(accepted, current, own), 1),
            AggregateFunction.Average => accepted.Count(p => !p.Undone) + (own.Counts ? 1 : 0) is var n and > 0
                ? Number(Total(accepted, current, own), n) : "Absent",
            AggregateFunction.Distinct => Distinct(inside, window, current, own),
            AggregateFunction.Last => Last(inside, window),
            _ => Extreme(accepted.Select(p => p.Amount).Concat(own.Counts ? [current.Amount] : []).ToList(), window.Function),
        };
    }

    /// <summary>An answer of the table in the same words.</summary>
    public static string Describe(in AggregateValue value) => value.Kind switch
    {
        AggregateKind.Number => $"{value.Numerator}/{value.Denominator}{(value.Saturated ? "+" : "")}",
        AggregateKind.Text => $"'{Encoding.UTF8.GetString(value.Text.Span)}'",
        _ => $"{value.Kind}",
    };

    private static string Number(Int128 numerator, int denominator)
        => numerator < long.MinValue || numerator > long.MaxValue ? "Unknown" : $"{(long)numerator}/{denominator}";

    private static Int128 Total(List<NaivePayment> accepted, NaivePayment current, Contribution own)
        => accepted.Aggregate(own.Counts ? (Int128)current.Amount : 0, (sum, p) => sum + p.Rest);

    private static string Distinct(List<NaivePayment> inside, WindowDefinition window, NaivePayment current, Contribution own)
    {
        var values = inside.Append(current).Where(p => p != current || own.Counts)
            .Select(p => window.OverText ? p.Text : $"{p.Amount}").Distinct(StringComparer.Ordinal).Count();
        return $"{Math.Min(values, 256)}/1{(values >= 256 ? "+" : "")}";
    }

    private static string Last(List<NaivePayment> inside, WindowDefinition window)
        => inside.Count == 0 ? "Absent"
            : !window.OverText ? $"{inside[^1].Amount}/1"
            : inside[^1].Text.Length > 140 ? "Unknown"
            : $"'{inside[^1].Text}'";

    private static string Extreme(List<long> numbers, AggregateFunction function)
        => numbers.Count == 0 ? "Absent" : $"{(function == AggregateFunction.Min ? numbers.Min() : numbers.Max())}/1";

    private static long FloorDivide(long value, long width) => (value / width) - (value % width < 0 ? 1 : 0);
}

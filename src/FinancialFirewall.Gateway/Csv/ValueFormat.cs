using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>How a value is written in a file.</summary>
public sealed record ValueFormat
{
    /// <summary>As the payment's member itself is written.</summary>
    public static ValueFormat Plain { get; } = new();

    /// <summary>What stands before the decimals of a number.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>What stands between the thousands of a number; null where nothing does.</summary>
    public char? GroupMark { get; init; }

    /// <summary>How many of a number's last digits are decimals, where no mark stands before them; 0 where one does.</summary>
    public int ImpliedDecimals { get; init; }

    /// <summary>How a date or a time is written, in .NET's custom format, or <c>unix</c> or <c>unixMs</c>; null as RFC 3339 writes it.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>The clock of times that say no offset.</summary>
    public ZoneRules Zone { get; init; } = ZoneRules.Utc;

    /// <summary>What stands for what; empty where a value stands for itself.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What stands for whatever <see cref="Values"/> has not; null where that is refused.</summary>
    public string? Otherwise { get; init; }
}

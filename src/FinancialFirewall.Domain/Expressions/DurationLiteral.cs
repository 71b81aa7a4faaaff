using System.Text;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A length of time that is written out in whole seconds: <c>10s</c>, <c>10m</c>, <c>24h</c>, <c>7d</c>.</summary>
public sealed record DurationLiteral : Expression
{
    /// <summary>The longest duration that can be written, a hundred years, in seconds.</summary>
    public const long MaximumSeconds = 36_500L * 24 * 3600;

    internal DurationLiteral(long seconds)
        : base(ValueType.Duration, 0)
    {
        if (Math.Abs(seconds) > MaximumSeconds)
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A duration is at most 36500d.");
        }

        Seconds = seconds;
    }

    /// <summary>The length in seconds.</summary>
    public long Seconds { get; }

    /// <summary>The length in microseconds.</summary>
    public long Microseconds => Seconds * Instant.MicrosecondsPerSecond;

    internal override Precedence Precedence => Seconds < 0 ? Precedence.Sign : Precedence.Primary;

    internal override void Write(StringBuilder text) => Printing.Duration(text, Seconds);
}

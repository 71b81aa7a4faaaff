using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Simulator.Rhythms;

/// <summary>One day of a run.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Date">Its date.</param>
internal sealed record SimulatedDay(int Number, DateOnly Date)
{
    private const long MicrosecondsPerHour = 3_600 * Instant.MicrosecondsPerSecond;
    private const long MicrosecondsPerMs = 1_000;

    /// <summary>Midnight UTC.</summary>
    public Instant Start { get; } = Instant.From(new DateTimeOffset(Date, default, TimeSpan.Zero));

    /// <summary>A time on this day's clock of a place.</summary>
    /// <param name="millisecondsOfDay">Since the place's midnight.</param>
    /// <param name="utcOffsetHours">How many hours the place's clock is ahead of UTC.</param>
    public Instant At(long millisecondsOfDay, int utcOffsetHours)
        => new(Start.UnixMicroseconds + (millisecondsOfDay * MicrosecondsPerMs) - (utcOffsetHours * MicrosecondsPerHour));
}

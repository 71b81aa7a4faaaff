using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Tests.Backups;

/// <summary>A clock that goes on when the test says so.</summary>
internal sealed class TestTime : TimeProvider
{
    public Instant Now { get; private set; } = new(1_700_000_000_000_000);

    /// <summary>One millisecond passes.</summary>
    public void Pass() => Now = Now.Plus(TimeSpan.FromMilliseconds(1));

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.UnixMicroseconds;
}

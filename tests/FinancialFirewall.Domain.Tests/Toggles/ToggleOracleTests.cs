using System.Globalization;
using FinancialFirewall.Domain.Tests.Bytes;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Tests.Toggles;

/// <summary>The resolver and the table against an oracle that follows the contract's words and shares no code with them.</summary>
public sealed class ToggleOracleTests
{
    private const int Contexts = 100_000;
    private static readonly string?[] Names = [null, "A", "B", "é"];

    [Fact]
    public void Resolve_RandomTogglesAndContexts_AgreeWithTheOracle()
    {
        var seed = Environment.GetEnvironmentVariable("TEST_SEED") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 20_260_301;
        var random = new Random(seed);
        for (var run = 0; run < Contexts / 50; run++)
        {
            var toggles = Enumerable.Range(0, random.Next(0, 25)).Select(_ => RandomToggle(random)).ToList();
            var table = new ToggleTable(toggles);
            for (var i = 0; i < 50; i++)
            {
                var context = new ToggleContext(Pick(random), Pick(random), Pick(random));
                var now = new Instant(random.Next(0, 10));
                var expected = Oracle(toggles, context, now);

                var resolution = ToggleResolver.Resolve(toggles, context, now);
                var isEnabled = table.IsEnabled(new(PackedContext.Pack(context)), now, out var winner);

                Assert.True(ReferenceEquals(expected, resolution.Winner), $"Resolver, seed {seed}, run {run}, context {i}");
                Assert.True(ReferenceEquals(expected, winner < 0 ? null : toggles[winner]), $"Table, seed {seed}, run {run}, context {i}");
                Assert.Equal(expected?.IsEnabled ?? true, resolution.IsEnabled);
                Assert.Equal(expected?.IsEnabled ?? true, isEnabled);
                Assert.Equal(toggles.Count - (expected is null ? 0 : 1), resolution.Losers.Count);
            }
        }
    }

    [Fact]
    public void IsEnabled_WarmedUp_AllocatesNothing()
    {
        var random = new Random(1);
        var table = new ToggleTable([.. Enumerable.Range(0, 500).Select(_ => RandomToggle(random))]);
        var payment = PackedContext.Pack(new ToggleContext("A", "B", "é"));
        var (asked, enabled) = (0, 0);

        Assert.Equal(0, Allocation.LeastOfThousand(() => enabled += table.IsEnabled(new(payment), new Instant(asked++ % 10), out _) ? 1 : 0));
        Assert.InRange(enabled, 0, asked);
    }

    private static Toggle? Oracle(List<Toggle> toggles, ToggleContext context, Instant now)
    {
        foreach (var level in new[] { ToggleLevel.ClearingSystem, ToggleLevel.LocalInstrument, ToggleLevel.PaymentType, ToggleLevel.Tenant })
        {
            Toggle? best = null;
            foreach (var toggle in toggles)
            {
                var deepest = toggle.ClearingSystemCode is not null ? ToggleLevel.ClearingSystem
                    : toggle.LocalInstrumentationCode is not null ? ToggleLevel.LocalInstrument
                    : toggle.PaymentType is not null ? ToggleLevel.PaymentType
                    : ToggleLevel.Tenant;
                var fits = deepest == level && toggle.IsActive
                    && (toggle.PaymentType is null || Same(toggle.PaymentType, context.PaymentType))
                    && (toggle.LocalInstrumentationCode is null || Same(toggle.LocalInstrumentationCode, context.LocalInstrumentationCode))
                    && (toggle.ClearingSystemCode is null || Same(toggle.ClearingSystemCode, context.ClearingSystemCode))
                    && (toggle.EffectiveFrom is not { } from || from.UnixMicroseconds <= now.UnixMicroseconds)
                    && (toggle.EffectiveUntil is not { } until || until.UnixMicroseconds > now.UnixMicroseconds);
                if (fits && (best is null || IsBetter(toggle, best)))
                {
                    best = toggle;
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        return null;
    }

    private static bool IsBetter(Toggle one, Toggle other)
    {
        if (one.Priority != other.Priority)
        {
            return one.Priority < other.Priority;
        }

        return one.CreatedAt != other.CreatedAt
            ? one.CreatedAt.UnixMicroseconds > other.CreatedAt.UnixMicroseconds
            : one.Id.CompareTo(other.Id) < 0;
    }

    private static Toggle RandomToggle(Random random)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return new Toggle
        {
            Id = new Guid(id),
            PaymentType = Pick(random),
            LocalInstrumentationCode = Pick(random),
            ClearingSystemCode = Pick(random),
            IsEnabled = random.Next(2) == 0,
            IsActive = random.Next(5) > 0,
            EffectiveFrom = random.Next(2) == 0 ? new Instant(random.Next(0, 10)) : null,
            EffectiveUntil = random.Next(2) == 0 ? new Instant(random.Next(0, 10)) : null,
            Priority = random.Next(1, 4),
            CreatedAt = new Instant(random.Next(0, 3)),
            UpdatedAt = default,
        };
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private static string? Pick(Random random) => Names[random.Next(Names.Length)];
}

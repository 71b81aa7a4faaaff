using Orleans;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>How far a backtest is.</summary>
/// <param name="Read">How many records it has read: of the period, and of the time before it that its windows reach into.</param>
/// <param name="Records">How many it reads in all.</param>
/// <param name="Compared">How many payments were compared.</param>
/// <param name="PerSecond">How many payments it compares a second, since the first.</param>
[GenerateSerializer, Immutable, Alias("ff.BacktestProgress")]
public sealed record BacktestProgress([property: Id(0)] long Read, [property: Id(1)] long Records, [property: Id(2)] long Compared, [property: Id(3)] long PerSecond)
{
    /// <summary>How much of it is read, 0 to 100.</summary>
    public int Percent => Records == 0 ? 100 : (int)(Read * 100 / Records);
}

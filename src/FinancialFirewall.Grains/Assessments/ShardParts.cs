using System.Numerics;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Calls to several shards at once.</summary>
internal static class ShardParts
{
    /// <summary>Calls every shard whose bit is set, and completes when all have answered.</summary>
    public static Task CallAsync(ulong shards, Func<int, Task> call)
    {
        if (BitOperations.IsPow2(shards))
        {
            return call(BitOperations.TrailingZeroCount(shards));
        }

        var calls = new List<Task>(BitOperations.PopCount(shards));
        for (; shards != 0; shards &= shards - 1)
        {
            calls.Add(call(BitOperations.TrailingZeroCount(shards)));
        }

        return Task.WhenAll(calls);
    }
}

using FinancialFirewall.Grains.Keys;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Claims the references of a batch at their shards, one call a shard, and settles the claims in the end.</summary>
internal sealed class BatchClaims(TenantGrains grains)
{
    /// <summary>
    /// Claims every reference, and leaves out of the batch what somebody else has. A claim that lapsed is taken over, once the partition that held it
    /// has nothing of it left to decide.
    /// </summary>
    public async Task ClaimAsync(RoutedBatch batch)
    {
        await ClaimAsync(batch.Shards, takesOver: false);
        if (batch.Shards.TrueForAll(shard => shard.Claims?.Claims is null))
        {
            return;
        }

        var lapsed = batch.Shards.Select(shard => shard.SelectLapsed()).OfType<ShardPart>().ToList();
        if (lapsed.Count > 0)
        {
            await (PlantedBugs.SkipDrain ? Task.CompletedTask : DrainAsync(batch));
            batch.Shards.AddRange(lapsed);
            await ClaimAsync(lapsed, takesOver: true);
        }

        batch.LeaveTaken();
    }

    /// <summary>
    /// Ends the claims of a batch. What was answered is on disk, everything else may be claimed anew; the claims of payments whose partition did not say
    /// what became of them are left to lapse.
    /// </summary>
    public async Task SettleAsync(RoutedBatch batch)
    {
        var calls = new List<Task>(batch.Shards.Count);
        foreach (var shard in batch.Shards)
        {
            if (SettlementOf(shard, batch) is { } settlement)
            {
                calls.Add(grains.Shard(shard.Number).Settle(settlement));
            }
        }

        await Task.WhenAll(calls);
    }

    private static KeySettlement? SettlementOf(ShardPart shard, RoutedBatch batch)
    {
        if (shard.Claims is not { } claims)
        {
            return null;
        }

        var isWhole = claims.Claims is null;
        for (var i = 0; isWhole && i < shard.Items.Length; i++)
        {
            isWhole = !batch.Answers[shard.Items[i]].Record.IsEmpty;
        }

        if (isWhole)
        {
            return new KeySettlement(claims.Number, shard.References);
        }

        var own = Enumerable.Range(0, shard.References.Length)
            .Where(i => shard.ClaimOf(i).State == ReferenceState.Free && !batch.IsUnknown(shard.Items[i]))
            .ToList();
        return own.Count == 0 ? null : new KeySettlement(claims.Number, [.. own.Select(i => shard.References[i])]);
    }

    private async Task ClaimAsync(List<ShardPart> shards, bool takesOver)
    {
        var calls = new Task<KeyClaims>[shards.Count];
        for (var i = 0; i < calls.Length; i++)
        {
            calls[i] = grains.Shard(shards[i].Number).Claim(new KeyClaimRequest(shards[i].References, shards[i].Partitions, takesOver));
        }

        // All of them end before anything else happens, also where one fails: what was claimed is settled.
        Task all = Task.WhenAll(calls);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        for (var i = 0; i < calls.Length; i++)
        {
            shards[i].Claims = calls[i].IsCompletedSuccessfully ? calls[i].Result : null;
        }

        await all;
    }

    private async Task DrainAsync(RoutedBatch batch)
    {
        var partitions = batch.Shards
            .SelectMany(shard => shard.Claims?.Claims ?? [])
            .Where(claim => claim.State == ReferenceState.Lapsed)
            .Select(claim => claim.Partition)
            .Distinct();
        await Task.WhenAll(partitions.Select(number => grains.Partition(number).Drain()));
    }
}

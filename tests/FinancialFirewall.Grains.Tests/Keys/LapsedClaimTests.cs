using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Keys;

/// <summary>Claims whose batch never settles them: its process ended, or its partition did not answer.</summary>
public sealed class LapsedClaimTests
{
    private static readonly ReferenceKey Reference = new(XxHash64.Hash("r1"u8), Encoding.UTF8.GetBytes("r1"));

    [Fact]
    public void Claim_OfAnotherThatIsNotSettled_IsInFlightUntilItLapses()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        Assert.Null(Claim(firewall, partition: 7, takesOver: false).Claims);
        Assert.Equal(new ReferenceClaim(ReferenceState.InFlight, 7, -1), Claim(firewall, partition: 8, takesOver: true).Claims![0]);
        firewall.Scheduler.Time.Advance(ClaimTable.LapseTime);
        Assert.Equal(new ReferenceClaim(ReferenceState.Lapsed, 7, -1), Claim(firewall, partition: 8, takesOver: false).Claims![0]);
        Assert.Null(Claim(firewall, partition: 8, takesOver: true).Claims);
        Assert.Equal(new ReferenceClaim(ReferenceState.InFlight, 8, -1), Claim(firewall, partition: 9, takesOver: true).Claims![0]);
    }

    [Fact]
    public void Assess_ReferenceWhoseClaimLapsedUndecided_DecidesIt()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.DailyLimit);
        Claim(firewall, partition: 7, takesOver: false);
        firewall.Scheduler.Time.Advance(ClaimTable.LapseTime);
        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "10").Decision());
        Assert.NotNull(firewall.Find("r1"));
    }

    [Fact]
    public void Assess_ReferenceWhoseClaimLapsedDecided_GivesTheFirstAnswer()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.DailyLimit);
        var packed = firewall.Pack([SimulatedFirewall.Payment("r1", "A", "10")]);
        var partition = (byte)TenantGrainKeys.PartitionOf(new PackedPayment(packed[0]).AccountHash);
        Claim(firewall, partition, takesOver: false);
        var first = Assess(firewall, partition, packed, firewall.Now)[0];
        firewall.Scheduler.Time.Advance(ClaimTable.LapseTime);

        var second = firewall.AssessAll(packed)[0];
        Assert.Equal((true, Convert.ToHexString(first.Span)), (second.IsDuplicate, second.Bytes()));
        Assert.Equal(second.Bytes(), firewall.Find("r1")?.Bytes());
    }

    [Fact]
    public void Assess_LaterThanItsClaimAllows_DecidesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.DailyLimit);
        var packed = firewall.Pack([SimulatedFirewall.Payment("r1", "A", "10")]);
        var partition = (byte)TenantGrainKeys.PartitionOf(new PackedPayment(packed[0]).AccountHash);
        var until = firewall.Now;
        firewall.Scheduler.Time.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal("DECIDED_TOO_LATE", Assess(firewall, partition, packed, until).Refusal!.Code);
        Assert.Null(firewall.Find("r1"));
        Assert.Equal(Decision.Approve, firewall.AssessAll(packed)[0].Decision());
    }

    [Fact]
    public void Settle_ByTheNumberOfAClaimThatWasTakenOver_EndsNothing()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.DailyLimit);
        var lost = Claim(firewall, partition: 7, takesOver: false);
        firewall.Scheduler.Time.Advance(ClaimTable.LapseTime);
        var taken = Claim(firewall, partition: 8, takesOver: true);
        Settle(firewall, lost.Number);
        Assert.Equal(ReferenceState.InFlight, Claim(firewall, partition: 9, takesOver: false).Claims![0].State);
        Settle(firewall, taken.Number);
        Assert.Null(Claim(firewall, partition: 9, takesOver: false).Claims);
    }

    [Fact]
    public void WaitForSettlement_OfAClaimThatNobodySettles_EndsWhenItLapses()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestPolicies.DailyLimit);
        Claim(firewall, partition: 7, takesOver: false);
        firewall.Scheduler.RunFor(ClaimTable.LapseTime - TimeSpan.FromSeconds(10));
        var waiting = firewall.Scheduler.Start(() => Shard(firewall).WaitForSettlement(Reference));
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(9));
        Assert.False(waiting.IsCompleted);
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public void Stop_WhileSomebodyWaitsForAClaimThatNobodySettles_EndsWhenTheClaimLapses()
    {
        var firewall = new SimulatedFirewall(seed: 7, TestPolicies.DailyLimit);
        Claim(firewall, partition: 7, takesOver: false);
        var lapse = firewall.Scheduler.Time.GetUtcNow() + ClaimTable.LapseTime;
        _ = firewall.Scheduler.Start(() => Shard(firewall).WaitForSettlement(Reference));
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        firewall.Stop();

        Assert.InRange(firewall.Scheduler.Time.GetUtcNow(), lapse, lapse.AddSeconds(1));
    }

    [Fact]
    public void Claim_ThatFailsInTheMiddle_LeavesNothingClaimed()
    {
        var firewall = new SimulatedFirewall(seed: 8, TestPolicies.DailyLimit);
        var stored = Enumerable.Range(0, 10_000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"stored{i}"))
            .First(static name => TenantGrainKeys.PartitionOf(XxHash64.Hash(Encoding.UTF8.GetBytes(name))) == TenantGrainKeys.PartitionOf(Reference.Hash));
        firewall.Assess(stored, "A", "10");
        var bytes = Encoding.UTF8.GetBytes(stored);
        var request = new KeyClaimRequest([Reference, new ReferenceKey(XxHash64.Hash(bytes), bytes)], [7, 7], TakesOver: false);
        firewall.Disk.FailsReads = true;
        var failing = firewall.Scheduler.Start(() => Shard(firewall).Claim(request));
        firewall.Scheduler.RunUntil(() => failing.IsCompleted);
        firewall.Disk.FailsReads = false;

        Assert.True(failing.IsFaulted);
        Assert.Null(Claim(firewall, partition: 8, takesOver: false).Claims);
    }

    private static KeyClaims Claim(SimulatedFirewall firewall, byte partition, bool takesOver)
        => firewall.Scheduler.Run(() => Shard(firewall).Claim(new KeyClaimRequest([Reference], [partition], takesOver)));

    private static DecidedBatch Assess(SimulatedFirewall firewall, int partition, PaymentBatch payments, Instant until) => firewall.Scheduler.Run(() =>
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        var grain = firewall.GetGrain<ITransactionGrain>(TenantGrainKeys.Numbered(SimulatedFirewall.Tenant, partition));
        return grain.Assess(new PartitionBatch(payments, until, ObservedBy: 1, Keyed: null));
    });

    private static void Settle(SimulatedFirewall firewall, long number)
        => firewall.Scheduler.Run(() => Shard(firewall).Settle(new KeySettlement(number, [Reference])));

    private static IKeyGrain Shard(SimulatedFirewall firewall)
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        return firewall.GetGrain<IKeyGrain>(TenantGrainKeys.Numbered(SimulatedFirewall.Tenant, TenantGrainKeys.PartitionOf(Reference.Hash)));
    }
}

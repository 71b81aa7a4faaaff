using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;

namespace FinancialFirewall.Grains.Tests.Feeds;

/// <summary>Whoever follows the journal, and comes back at any place, gets everything, in the order of each partition, and nothing twice.</summary>
public sealed class RecordFeedTests
{
    private const int Seeds = 5;

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void ReadAsync_ResumedAtEveryEventOfARunWithPublishingAndIdleGrains_GivesExactlyTheRest(int seed) => Firewalls.Seeds.Run(seed, () =>
    {
        var firewall = new SimulatedFirewall(seed, new FirewallSetup { Policy = TestPolicies.AmountAndDailyLimit(500), Configure = EndIdleGrainsSoon, RecordsBetweenSnapshots = 5 });
        var followed = new List<FollowedRecord>();
        using var leaving = new CancellationTokenSource();
        var following = firewall.Scheduler.Start(() => FollowAsync(firewall, null, followed, int.MaxValue, leaving.Token));

        var assessed = Run(firewall, new Random(seed));
        firewall.Scheduler.RunUntil(() => followed.Count >= assessed);

        Assert.Equal(assessed, followed.Count);
        Assert.Equal(followed.Count, followed.Select(static record => record.Name).Distinct().Count());
        AssertOrdered(followed);
        for (var i = 0; i < followed.Count; i++)
        {
            var rest = new List<FollowedRecord>();
            firewall.Scheduler.Run(() => FollowAsync(firewall, followed[i].Cursor, rest, followed.Count - i - 1, CancellationToken.None));
            AssertOrdered(rest);
            Assert.Equal(followed.Skip(i + 1).Select(static record => record.Name).Order(), rest.Select(static record => record.Name).Order());
        }

        leaving.Cancel();
        firewall.Scheduler.RunUntil(() => following.IsCompleted);
        Assert.True(following.IsCanceled);
    });

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void ReadAsync_ManyWhoComeAndGoAtTheirOwnPaces_GiveEachExactlyTheRestAndAllWhoAreAtOnePlaceTheSame(int seed) => Firewalls.Seeds.Run(seed, () =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(500));
        var random = new Random(seed);
        using var leaving = new CancellationTokenSource();
        var first = new List<FollowedRecord>();
        var following = new List<Task> { firewall.Scheduler.Start(() => FollowAsync(firewall, null, first, int.MaxValue, leaving.Token)) };
        var others = new List<(string Cursor, List<FollowedRecord> Heard)>();
        var count = 0;
        for (var turn = 0; turn < 12; turn++)
        {
            count += AssessSome(firewall, random, turn);
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(random.Next(2)));
            var cursor = first.Count == 0 || random.Next(3) == 0 ? firewall.Silo.Services.GetRequiredService<RecordFeed>().End(SimulatedFirewall.Tenant).ToCursor(SimulatedFirewall.Tenant)
                : first[random.Next(first.Count)].Cursor;
            var heard = new List<FollowedRecord>();
            others.Add((cursor, heard));
            var pause = TimeSpan.FromMilliseconds(random.Next(3) * 50);
            following.Add(firewall.Scheduler.Start(() => FollowAsync(firewall, cursor, heard, int.MaxValue, leaving.Token, pause)));
        }

        firewall.Scheduler.RunUntil(() => first.Count == count);
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(1));

        foreach (var (cursor, heard) in others)
        {
            AssertOrdered(heard);
            var after = FeedPosition.Read(cursor, SimulatedFirewall.Tenant).Value;
            Assert.Equal(first.Where(record => record.Sequence > after[record.Partition]).Select(static record => record.Name).Order(), heard.Select(static record => record.Name).Order());
        }

        var shared = others.SelectMany(static other => other.Heard).Concat(first).Where(static record => record.Shared is not null).GroupBy(static record => record.Shared!, ReferenceEqualityComparer.Instance).ToList();
        Assert.Contains(shared, static group => group.Count() > 3);
        Assert.All(shared, static group => Assert.Single(group.Select(static record => record.Cursor).Distinct()));
        leaving.Cancel();
        firewall.Scheduler.RunUntil(() => following.TrueForAll(static task => task.IsCompleted));
    });

    [Fact]
    public void ReadAsync_SlowerThanRecordsStay_ReadsTheJournalAndComesBack()
    {
        var firewall = new SimulatedFirewall(seed: 11, TestPolicies.AmountLimit(500));
        var heard = new List<FollowedRecord>();
        using var leaving = new CancellationTokenSource();
        var following = firewall.Scheduler.Start(() => FollowAsync(firewall, null, heard, int.MaxValue, leaving.Token, pauseAfterFirst: TimeSpan.FromHours(1)));
        var watching = firewall.Scheduler.Start(() => FollowAsync(firewall, null, [], int.MaxValue, leaving.Token));
        firewall.AssessAll(Payments("first", 1));
        firewall.Scheduler.RunUntil(() => heard.Count == 1);

        for (var batch = 0; batch < 5; batch++)
        {
            firewall.AssessAll(Payments($"b{batch}-", 300));
        }

        firewall.Scheduler.RunFor(TimeSpan.FromHours(2));
        firewall.AssessAll(Payments("last", 1));
        firewall.Scheduler.RunUntil(() => heard.Count >= 1_502);

        Assert.Equal(1_502, heard.Select(static record => record.Name).Distinct().Count());
        Assert.Equal((1_502, "last0", true), (heard.Count, heard[^1].Name, heard[^1].Shared is not null));
        AssertOrdered(heard);
        leaving.Cancel();
        firewall.Scheduler.RunUntil(() => following.IsCompleted && watching.IsCompleted);
    }

    [Fact]
    public void ReadAsync_AfterARestartFromTheDisk_GoesOnWhereItWas()
    {
        var firewall = new SimulatedFirewall(seed: 7, TestPolicies.AmountLimit(500));
        firewall.AssessAll(Payments("a", 6));
        var before = new List<FollowedRecord>();
        firewall.Scheduler.Run(() => FollowAsync(firewall, "", before, 6, CancellationToken.None));
        firewall.Restart();
        firewall.AssessAll(Payments("b", 6));

        var after = new List<FollowedRecord>();
        firewall.Scheduler.Run(() => FollowAsync(firewall, before[3].Cursor, after, 8, CancellationToken.None));

        Assert.Equal(before.Skip(4).Select(static record => record.Name).Concat(Enumerable.Range(0, 6).Select(static i => $"b{i}")).Order(), after.Select(static record => record.Name).Order());
    }

    [Fact]
    public void ReadAsync_PaymentsOfAnotherTenant_AreNoEvents()
    {
        var firewall = new SimulatedFirewall(seed: 8, TestPolicies.AmountLimit(500));
        var other = new TenantId("other");
        firewall.Provision(other, TestPolicies.AmountLimit(500));
        var followed = new List<FollowedRecord>();
        using var leaving = new CancellationTokenSource();
        var following = firewall.Scheduler.Start(() => FollowAsync(firewall, null, followed, int.MaxValue, leaving.Token));

        firewall.RunToEnd(firewall.Scheduler.Start(() => firewall.AssessAsync(other, Payments("theirs", 5))));
        firewall.AssessAll(Payments("ours", 2));
        firewall.Scheduler.RunUntil(() => followed.Count >= 2);

        Assert.Equal(["ours0", "ours1"], followed.Select(static record => record.Name).Order());
        leaving.Cancel();
        firewall.Scheduler.RunUntil(() => following.IsCompleted);
    }

    /// <summary>Pays, publishes, and lets grains end, in turns.</summary>
    /// <returns>How many payments there were.</returns>
    private static int Run(SimulatedFirewall firewall, Random random)
    {
        var count = 0;
        for (var turn = 0; turn < 6; turn++)
        {
            var payments = Enumerable.Range(0, random.Next(1, 6))
                .Select(i => SimulatedFirewall.Payment($"{turn}-{i}", $"ACC-{random.Next(8)}", $"{random.Next(1, 900)}")).ToArray();
            var paying = firewall.Scheduler.Start(() => firewall.AssessAsync(payments));
            if (random.Next(2) == 0)
            {
                var limit = 300 + (100 * turn);
                Assert.True(firewall.RunToEnd(firewall.Scheduler.Start(() => firewall.PublishAsync(TestPolicies.AmountAndDailyLimit(limit)))).IsSuccess);
            }

            Assert.All(firewall.RunToEnd(paying), static answer => Assert.Null(answer.Refusal));
            count += payments.Length;
            firewall.Scheduler.RunFor(TimeSpan.FromMinutes(random.Next(6)));
        }

        return count;
    }

    /// <returns>How many payments there were.</returns>
    private static int AssessSome(SimulatedFirewall firewall, Random random, int turn)
    {
        var payments = Enumerable.Range(0, random.Next(1, 6)).Select(i => SimulatedFirewall.Payment($"{turn}-{i}", $"ACC-{random.Next(8)}", "10")).ToArray();
        firewall.AssessAll(payments);
        return payments.Length;
    }

    private static string[] Payments(string prefix, int count)
        => [.. Enumerable.Range(0, count).Select(i => SimulatedFirewall.Payment($"{prefix}{i}", $"ACC-{i}", "10"))];

    private static void AssertOrdered(IReadOnlyList<FollowedRecord> records)
    {
        foreach (var partition in records.GroupBy(static record => record.Partition))
        {
            Assert.Equal(partition.Select(static record => record.Sequence).Order(), partition.Select(static record => record.Sequence));
        }
    }

    /// <summary>Follows from a cursor, from the beginning where it is empty, or from now on where it is null.</summary>
    private static async Task FollowAsync(
        SimulatedFirewall firewall, string? cursor, List<FollowedRecord> into, int wanted, CancellationToken cancellation, TimeSpan pause = default, TimeSpan pauseAfterFirst = default)
    {
        var feed = firewall.Silo.Services.GetRequiredService<RecordFeed>();
        var start = cursor switch
        {
            null => feed.End(SimulatedFirewall.Tenant),
            "" => new FeedPosition([]),
            _ => feed.Open(SimulatedFirewall.Tenant, cursor).Value,
        };
        if (wanted == 0)
        {
            return;
        }

        await foreach (var (record, place) in feed.ReadAsync(SimulatedFirewall.Tenant, start, cancellation))
        {
            if (new RecordHeader(record.Bytes.Span).Kind == RecordKind.Assessment)
            {
                var name = System.Text.Encoding.UTF8.GetString(new AssessmentRecord(record.Bytes.Span).Payment.Text(PaymentMember.TransactionReference));
                into.Add(new FollowedRecord(record.Partition, record.Sequence, name, place.ToCursor(SimulatedFirewall.Tenant)) { Shared = record.IsShared ? record : null });
                await Task.Delay(into.Count == 1 ? pause + pauseAfterFirst : pause, firewall.Scheduler.Time, cancellation);
            }

            if (into.Count >= wanted)
            {
                return;
            }
        }
    }

    private static void EndIdleGrainsSoon(ISiloBuilder silo) => silo.Configure<GrainCollectionOptions>(static collection =>
        (collection.CollectionAge, collection.CollectionQuantum) = (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1)));
}

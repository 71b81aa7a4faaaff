using System.Globalization;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Verification;
using FinancialFirewall.Stress.Tests.Invariants;
using FinancialFirewall.Stress.Tests.Payments;
using FinancialFirewall.Stress.Tests.Running;

namespace FinancialFirewall.Stress.Tests;

/// <summary>
/// Everything at once on real threads and a real directory: batches with repetitions and refunds of several tenants, publishing, toggling, look-ups,
/// deactivation with its snapshots, and starts anew. The work is counted, not timed; the seed decides what is sent, the machine decides in which order.
/// </summary>
public sealed class StressTests : IDisposable
{
    private const int DefaultSeed = 20261121;
    private const int Phases = 4;
    private const int Workers = 8;
    private const int RoundsPerWorker = 16;
    private const int LargestBatch = 48;
    private const int ChangesPerPhase = 4;
    private const int LookUpsPerRound = 2;

    /// <summary>Longer than an idle activation stays; all phases together stay inside a day.</summary>
    private static readonly TimeSpan BetweenPhases = TimeSpan.FromMinutes(40);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly int seed = int.TryParse(Environment.GetEnvironmentVariable("FIREWALL_TEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : DefaultSeed;
    private readonly SteppedTime time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly ComplaintLog log = new();
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("firewall-stress-tests-");
    private readonly StressTenant[] tenants;

    public StressTests() => tenants = [.. ((string[])["acme", "bravo", "corin"]).Select(name => new StressTenant(new TenantId(name), time))];

    [Fact]
    public async Task Firewall_EverythingAtOnce_KeepsEveryInvariant()
    {
        try
        {
            await RunAsync().WaitAsync(Patience);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Failed with FIREWALL_TEST_SEED={seed}: {failure.Message} {string.Join('\n', log.Complaints.Take(5))}", failure);
        }
    }

    public void Dispose() => directory.Delete(recursive: true);

    private async Task RunAsync()
    {
        await using (var firewall = await StressFirewall.StartAsync(directory.FullName, time, log))
        {
            await WorkAsync(firewall);
            var mostEpochs = await CheckAsync(firewall);
            Assert.True(mostEpochs > 1, "No partition was deactivated and activated again.");
        }

        Assert.True((await VerifyAsync()).Snapshots > 0, "No snapshot was written.");
        await using (var recovered = await StressFirewall.StartAsync(directory.FullName, time, log))
        {
            await CheckAsync(recovered);
            await ProbeLimitsAsync(recovered, "snapshot");
        }

        Directory.Delete(Path.Combine(directory.FullName, "snapshots"), recursive: true);
        await using (var replayed = await StressFirewall.StartAsync(directory.FullName, time, log))
        {
            await ProbeLimitsAsync(replayed, "journal");
            await CheckAsync(replayed);
        }

        await VerifyAsync();
        Assert.Empty(log.Complaints);
    }

    private async Task WorkAsync(StressFirewall firewall)
    {
        foreach (var tenant in tenants)
        {
            await firewall.ProvisionAsync(tenant.Id, StressPolicy.File(paymentLimit: 1));
            await tenant.PublishAsync(firewall, paymentLimit: 100);
        }

        for (var phase = 0; phase < Phases; phase++)
        {
            var number = phase;
            var work = Enumerable.Range(0, Workers).Select(worker => Task.Run(() => SendAsync(firewall, number, worker)))
                .Concat(tenants.Select(tenant => Task.Run(() => ChangeAsync(firewall, tenant, number))));
            await Task.WhenAll(work);

            // Whoever is idle is deactivated while the next phase already calls it.
            time.Advance(BetweenPhases, steps: 40);
        }
    }

    private async Task SendAsync(StressFirewall firewall, int phase, int worker)
    {
        var random = new Random(unchecked((seed * 7_919) + (phase * Workers) + worker));
        var sources = tenants.Select((_, number) => new PaymentSource(seed, number, random)).ToArray();
        for (var round = 0; round < RoundsPerWorker; round++)
        {
            var number = random.Next(tenants.Length);
            await tenants[number].SendAsync(firewall, sources[number].Next(phase, 1 + random.Next(LargestBatch)));
            await LookUpAsync(firewall, tenants[number], tenants[(number + 1) % tenants.Length], random);
        }
    }

    /// <summary>Looks for what was answered already while everything else goes on.</summary>
    private static async Task LookUpAsync(StressFirewall firewall, StressTenant tenant, StressTenant other, Random random)
    {
        var known = tenant.Exchanges.Where(exchange => exchange.IsDecision).ToList();
        for (var i = 0; i < LookUpsPerRound && known.Count > 0; i++)
        {
            await AnswerInvariants.AssertFoundAsync(firewall, tenant, other, known[random.Next(known.Count)]);
        }
    }

    private static async Task ChangeAsync(StressFirewall firewall, StressTenant tenant, int phase)
    {
        for (var change = 0; change < ChangesPerPhase; change++)
        {
            await tenant.PublishAsync(firewall, paymentLimit: 101 + (phase * ChangesPerPhase) + change);
            await tenant.ToggleCardsAsync(firewall);
        }
    }

    private async Task<int> CheckAsync(StressFirewall firewall)
    {
        var mostEpochs = 0;
        for (var i = 0; i < tenants.Length; i++)
        {
            var journal = await TenantJournal.ReadAsync(firewall.Journal, tenants[i].Id);
            AnswerInvariants.AssertOneDecisionEach(tenants[i], journal);
            var model = new LimitModel(tenants[i].Policies);
            model.Check(journal);
            Assert.NotEqual(0, model.Releases);
            await AnswerInvariants.AssertFoundAsync(firewall, tenants[i], tenants[(i + 1) % tenants.Length]);
            mostEpochs = Math.Max(mostEpochs, journal.MostEpochs);
        }

        return mostEpochs;
    }

    /// <summary>Every account has exactly the room that is left to it: a euro more is rejected. Repetitions of old payments change nothing.</summary>
    private async Task ProbeLimitsAsync(StressFirewall firewall, string name)
    {
        foreach (var tenant in tenants)
        {
            var model = new LimitModel(tenant.Policies);
            model.Check(await TenantJournal.ReadAsync(firewall.Journal, tenant.Id));
            await tenant.PublishAsync(firewall, paymentLimit: StressPolicy.DailyLimit + tenant.Policies.Count);
            await tenant.SendAsync(firewall, [.. tenant.Exchanges.Select(exchange => exchange.Payment).Take(LargestBatch)]);
            foreach (var (account, paid) in model.Paid.Where(account => account.Key.StartsWith("ACC", StringComparison.Ordinal)))
            {
                var room = (int)(StressPolicy.DailyLimit - paid);
                await tenant.SendAsync(firewall, new StressPayment($"{name}-over-{account}", account, room + 1, Type: null, Original: null));
                Assert.Equal((account, Decision.Reject), (account, new AssessmentRecord(tenant.Exchanges.Last().Answer.Record.Span).Decision));
            }
        }
    }

    private async Task<VerificationReport> VerifyAsync()
    {
        var report = await new DataDirectoryVerifier(new FileSystemDisk(directory.FullName), new InMemoryMasterKey(new byte[MasterKey.Length])).VerifyAsync();
        Assert.Empty(report.Damages);
        Assert.Empty(report.TornTails);
        return report;
    }
}

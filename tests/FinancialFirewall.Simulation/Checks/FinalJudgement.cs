using System.Globalization;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Simulation.Clients;
using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;
using FinancialFirewall.Simulation.Machines;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Tests.Directories;
using FinancialFirewall.Storage.Verification;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Simulation;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>What is looked at when the clients are done: every fault ends, everything that is open is asked for again, and all that is kept is judged.</summary>
internal sealed class FinalJudgement(World world, FaultInjector faults, BitRot rot, NonceCollector sealing, Action<Func<bool>> runUntil)
{
    private const int MaximumAsking = 12;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(3);

    private readonly PaymentSender sender = new(world, new Random(1));

    private DeterministicScheduler Scheduler => world.Machine.Scheduler;

    private SimulatedProcess Process => world.Machine.Process ?? throw new InvalidOperationException("No process runs.");

    public void Judge()
    {
        faults.Calm();
        JudgeDamage();
        runUntil(() => world.Machine.Process is not null);
        Do(SettleAsync);
        runUntil(() => world.Machine.Process is not null);
        Do(() => world.Wait(Rest));
        Do(async () =>
        {
            for (var tenant = 0; tenant < world.Tenants.Count; tenant++)
            {
                Check(await GatherAsync(tenant));
            }
        });
        JudgeStopped();
        if (sealing.Problems.Count > 0)
        {
            throw new Violation("sealing", sealing.Problems[0]);
        }
    }

    private static void Check(Evidence evidence)
    {
        AnswerCheck.Check(evidence);
        OrderCheck.Check(evidence);
        NaiveCheck.Check(evidence);
        KeyedCheck.Check(evidence);
        ChangeCheck.Check(evidence);
        ToggleCheck.Check(evidence);
        LimitCheck.Check(evidence);
        RefundCheck.Check(evidence);
        WalkCheck.Check(evidence);
        FollowUpCheck.Check(evidence);
        EntryCheck.Check(evidence);
        DraftCheck.Check(evidence);
    }

    /// <summary>What is rotten now is found by somebody who looks; then it is mended.</summary>
    private void JudgeDamage()
    {
        if (rot.Present.Count == 0)
        {
            return;
        }

        runUntil(() => world.Machine.Process is not null);
        var report = Verify();
        var unseen = rot.Present.FirstOrDefault(one => world.Machine.Disk.NameOf(one.File) is not null && !report.Damages.Any(damage => rot.Names(one, damage.ToString())));
        if (unseen is not null)
        {
            throw new Violation("damage", string.Create(CultureInfo.InvariantCulture, $"bit {unseen.Bit} at {unseen.Offset} of {unseen.Path} is rotten, and nobody says so"));
        }

        rot.Heal();
        runUntil(() => world.Machine.Process is not null);
    }

    private VerificationReport Verify()
        => Scheduler.Run(() => new DataDirectoryVerifier(world.Machine.Disk, new InMemoryMasterKey(new byte[MasterKey.Length])).VerifyAsync().AsTask());

    /// <summary>Asks again for everything that was not answered, and sends a last payment of each account, which wakes its partition.</summary>
    private async Task SettleAsync()
    {
        var payments = new PaymentMaker(new Random(2), world.History) { Prefix = "last" };
        foreach (var open in world.History.ByReference.Values.Where(static same => !same.Exists(static attempt => attempt.Answer is not null)).ToList())
        {
            await SettleAsync(open[0].Payment);
        }

        foreach (var account in world.History.Attempts.Select(static attempt => (attempt.Payment.Tenant, attempt.Payment.Account)).Distinct().ToList())
        {
            await SettleAsync(payments.Fresh(account.Tenant) with { Account = account.Account });
        }
    }

    private async Task SettleAsync(Payment payment)
    {
        for (var i = 0; i < MaximumAsking; i++)
        {
            var attempt = await sender.SendAsync(payment);
            if (attempt.Answer is not null || attempt.Refusal is "REFERENCE_REUSED")
            {
                return;
            }

            if (i == MaximumAsking - 1)
            {
                throw new Violation("stuck", $"{payment} gets no answer although nothing is wrong any more: {attempt.Refusal}");
            }

            await world.Wait(TimeSpan.FromSeconds(10));
        }
    }

    private async Task<Evidence> GatherAsync(int tenant)
    {
        var id = world.Tenants[tenant].Id;
        var journal = await JournalReading.ReadAsync(Process.Storage.Journal, id);
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var reference in journal.Where(static entry => !entry.IsRelease && !entry.IsFollowUp).Select(static entry => entry.Reference))
        {
            var found = await sender.FindAsync(tenant, $"transaction/{reference}");
            if (found?.Answer is { } answer)
            {
                var byId = await sender.FindAsync(tenant, answer.Id);
                LookUps.Judge(answer, answer.Id, byId ?? (0, null));
                answers.TryAdd(reference, answer);
            }
        }

        var policies = await PoliciesAsync(tenant);
        return new Evidence
        {
            Tenant = tenant, Kinds = world.Kinds, History = world.History, Journal = journal, Answers = answers, Policies = policies, TenantSince = policies[1].TenantSince,
            Drafts = await DraftsAsync(tenant),
        };
    }

    private async Task<HashSet<string>> DraftsAsync(int tenant)
        => await new Desk(world, new Random(3)).SendAsync(tenant, "GET", "/api/v1/policy/drafts", body: null) is { Status: 200, Json: JsonArray drafts }
            ? [.. drafts.Select(static draft => (string)draft!["id"]!)]
            : throw new Violation("stuck", "nobody says which drafts there are");

    private async Task<Dictionary<int, CompiledPolicy>> PoliciesAsync(int tenant)
    {
        var id = world.Tenants[tenant].Id;
        var committed = await Process.Services.GetRequiredService<PolicyStore>().GetCommittedVersionAsync(id)
            ?? throw new Violation("change holds", $"tenant {id} has no policy any more");
        var policies = new Dictionary<int, CompiledPolicy>();
        for (var version = 1; version <= committed; version++)
        {
            policies.Add(version, await Process.Services.GetRequiredService<PolicyCatalog>().GetAsync(id, version));
        }

        return policies;
    }

    /// <summary>After an orderly end every byte is sound, and what is read again is what was read before.</summary>
    private void JudgeStopped()
    {
        Scheduler.Run(world.Machine.StopAsync);
        world.Machine.Disk.EndProcess();
        var report = Verify();
        if (!report.IsSound || report.TornTails.Count > 0)
        {
            throw new Violation("damage", $"after an orderly end: {(report.IsSound ? report.TornTails[0].ToString() : report.Damages[0].ToString())}");
        }
    }

    private void Do(Func<Task> work)
    {
        var task = Scheduler.Start(work);
        runUntil(() => task.IsCompleted);
        task.GetAwaiter().GetResult();
    }
}

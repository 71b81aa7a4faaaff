using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Toggles;
using Orleans.Configuration;
using Orleans.Hosting;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>A firewall under random operations beside what everybody who used it would remember: the first answer of each reference, and the policies in force.</summary>
internal sealed class FirewallModel
{
    private const int FirstLimit = 400;
    private const int Accounts = 8;
    private static readonly ToggleContext Whole = new(null, null, null);

    private readonly SimulatedFirewall firewall;
    private readonly Random random;
    private readonly Dictionary<string, (TestPayment Payment, string Bytes)> answered = new(StringComparer.Ordinal);
    private readonly List<string> references = [];
    private readonly Dictionary<int, (int Limit, bool IsEnabled)> policies = new() { [1] = (FirstLimit, true) };
    private int version = 1;
    private int number;

    public FirewallModel(int seed)
    {
        random = new Random(seed);
        firewall = new SimulatedFirewall(seed, new FirewallSetup
        {
            Policy = TestPolicies.AmountAndDailyLimit(FirstLimit),
            RecordsBetweenSnapshots = 5,
            Configure = silo => silo.Configure<GrainCollectionOptions>(options =>
                (options.CollectionQuantum, options.CollectionAge) = (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40))),
        });
    }

    /// <summary>Does one thing and checks what came of it.</summary>
    public void Operate()
    {
        switch (random.Next(100))
        {
            case < 30:
                Assess([Batch()]);
                break;
            case < 55:
                Assess([Batch(), Batch(), Batch()]);
                break;
            case < 70:
                LookUp();
                break;
            case < 76:
                Publish(crashes: false);
                break;
            case < 79:
                Publish(crashes: true);
                break;
            case < 83:
                Toggle();
                break;
            case < 87:
                firewall.Restart();
                break;
            case < 93:
                AssessUntilThePowerGoes();
                break;
            default:
                firewall.Scheduler.RunFor(TimeSpan.FromSeconds(random.Next(120)));
                break;
        }
    }

    /// <summary>Everything answered is in the journal, and each record in it was decided as its policy says, beside exactly what came before it.</summary>
    public void AssertJournal()
    {
        WakePartitions();
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(2));
        var journal = JournalContent.Read(firewall);
        Assert.Equal(answered.Keys.Order(StringComparer.Ordinal), journal.ByReference.Keys.Order(StringComparer.Ordinal));
        Assert.All(answered, one => Assert.Equal(one.Value.Bytes, journal.ByReference[one.Key].Bytes()));
        JournalOracle.Assert(journal, policies, answered.ToDictionary(one => one.Key, one => one.Value.Payment, StringComparer.Ordinal));
    }

    private void Assess(TestPayment[][] batches)
    {
        var answers = firewall.AtOnce([.. batches.Select(batch => batch.Select(payment => payment.Json).ToArray())]);
        foreach (var same in batches.SelectMany(batch => batch).Zip(answers).GroupBy(one => one.First.Reference, StringComparer.Ordinal))
        {
            Learn([.. same]);
        }
    }

    /// <summary>Repetitions get the first answer, another body is refused, and a new reference is decided for one of those who sent it.</summary>
    private void Learn((TestPayment Payment, AssessmentAnswer Answer)[] same)
    {
        var reference = same[0].Payment.Reference;
        var fresh = same.Where(one => one.Answer is { Refusal: null, IsDuplicate: false }).ToList();
        if (!answered.ContainsKey(reference))
        {
            var (payment, answer) = Assert.Single(fresh);
            Assert.Equal((reference, version), (answer.Reference(), answer.PolicyVersion()));
            Remember(payment, answer);
        }
        else
        {
            Assert.Empty(fresh);
        }

        var (first, bytes) = answered[reference];
        foreach (var (payment, answer) in same)
        {
            Assert.Equal((payment, payment == first), (payment, answer.Refusal is null));
            Assert.Equal(payment == first ? bytes : "", answer.Refusal is null ? answer.Bytes() : "");
            Assert.Equal(first.DifferencesTo(payment).Order(), (answer.Refusal ?? []).Select(error => error.Member).Order());
        }
    }

    private void Remember(TestPayment payment, AssessmentAnswer answer)
    {
        answered.Add(payment.Reference, (payment, answer.Bytes()));
        references.Add(payment.Reference);
    }

    private void AssessUntilThePowerGoes()
    {
        var batch = Batch();
        firewall.Disk.CrashAt = firewall.Disk.Operations + random.Next(1, 16);
        var sending = firewall.Scheduler.Start(() => firewall.AssessAsync([.. batch.Select(payment => payment.Json)]));
        firewall.RunUntilDead(sending);
        var answers = sending.IsCompletedSuccessfully ? firewall.RunToEnd(sending) : [];
        firewall.Restart();
        foreach (var same in batch.Zip(answers).Where(one => one.Second.IsKnown()).GroupBy(one => one.First.Reference, StringComparer.Ordinal))
        {
            Learn([.. same]);
        }

        // What nobody was answered for is there wholly, for one of those who sent it, or not at all.
        foreach (var reference in batch.Select(payment => payment.Reference).Distinct(StringComparer.Ordinal).Where(one => !answered.ContainsKey(one)))
        {
            if (firewall.Find(reference) is { } kept)
            {
                Remember(batch.First(payment => payment with { More = [] } == kept.ToPayment()), kept);
            }
        }
    }

    private void LookUp()
    {
        Assert.Null(firewall.Find($"p{number + 1_000}"));
        if (references.Count > 0)
        {
            var (payment, bytes) = answered[references[random.Next(references.Count)]];
            var found = firewall.Find(payment.Reference);
            Assert.Equal(bytes, found?.Bytes());
            Assert.Equal(bytes, firewall.Find(found!.Value.Id())?.Bytes());
        }
    }

    private void Publish(bool crashes)
    {
        var limit = 100 + ++number;
        firewall.Disk.CrashAt = crashes ? firewall.Disk.Operations + random.Next(1, 200) : int.MaxValue;
        var publish = firewall.Scheduler.Start(() => firewall.PublishAsync(TestPolicies.AmountAndDailyLimit(limit)));
        firewall.RunUntilDead(publish);
        var isAnswered = publish.IsCompletedSuccessfully;
        if (crashes)
        {
            firewall.Restart();
        }

        var inForce = firewall.Scheduler.Run(() => firewall.Policies.GetPublishedAsync(SimulatedFirewall.Tenant, default))!.Version;
        Assert.True(inForce == version + 1 || (inForce == version && !isAnswered), $"version {inForce} after {version}, answered: {isAnswered}");
        policies[version + 1] = (limit, true);
        version = inForce;
    }

    private void Toggle()
    {
        var isEnabled = random.Next(2) == 0;
        var (limit, wasEnabled) = policies[version];
        var result = firewall.Scheduler.Run(() =>
        {
            TenantScope.Enter(SimulatedFirewall.Tenant);
            return firewall.GetGrain<IToggleGrain>("acme").Set(new ToggleCommand(Whole, isEnabled, $"reason {++number}", null));
        });
        Assert.Equal((isEnabled, isEnabled != wasEnabled || result.IsSuccess), (result.Value.IsEnabled, true));
        policies[++version] = (limit, isEnabled);
    }

    private TestPayment[] Batch() => [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Payment())];

    private TestPayment Payment()
    {
        var known = references.Count == 0 ? default : answered[references[random.Next(references.Count)]].Payment;
        return random.Next(10) switch
        {
            0 when known != default => known,
            1 when known != default => known with { Amount = known.Amount + random.Next(2) },
            2 when known != default && known.More.Length == 0 => new TestPayment($"p{++number}", Account(), random.Next(1, 300))
            {
                More = ["kind", "REFUND", "originalTransactionReference", known.Reference],
            },
            3 => new TestPayment($"p{number}", Account(), random.Next(1, 600)),
            _ => new TestPayment($"p{++number}", Account(), random.Next(1, 600)),
        };
    }

    private string Account() => $"A{random.Next(Accounts)}";

    /// <summary>A release that a crash has held up is sent again when the refund's partition is next active.</summary>
    private void WakePartitions()
    {
        for (var account = 0; account < Accounts; account++)
        {
            firewall.Scheduler.Run(() => firewall.PreviewAsync(SimulatedFirewall.Payment("look", $"A{account}", "1")));
        }
    }
}

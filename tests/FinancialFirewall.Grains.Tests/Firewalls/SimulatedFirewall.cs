using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;
using Orleans.Simulation;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>A whole firewall below the gateway, on one thread, a virtual clock and a simulated disk: one seed gives one history.</summary>
internal sealed class SimulatedFirewall
{
    public static readonly TenantId Tenant = new("acme");

    private readonly int seed;
    private readonly FirewallSetup setup;
    private int processes;
    private EmbeddedSilo? silo;
    private DataDirectory? directory;

    public SimulatedFirewall(int seed, string? policy = null, int recordsBetweenSnapshots = PartitionSnapshots.DefaultRecordsBetween)
        : this(seed, new FirewallSetup { Policy = policy, RecordsBetweenSnapshots = recordsBetweenSnapshots })
    {
    }

    /// <summary>A firewall on a disk of its own, on which the tenant and its first policy are there already where the setup names one.</summary>
    public SimulatedFirewall(int seed, FirewallSetup setup)
    {
        this.seed = seed;
        this.setup = setup;
        Scheduler = new DeterministicScheduler((ulong)seed, new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        Disk = new SimulatedDisk(new Random(seed)) { Capacity = setup.Capacity };
        if (setup.Policy is { } policy)
        {
            var image = DiskImage.WithTenant(policy);
            Scheduler.Run(() => image.PlantAsync(Disk));
        }

        Start();
    }

    public DeterministicScheduler Scheduler { get; }

    public SimulatedDisk Disk { get; }

    public EmbeddedSilo Silo => silo ?? throw new InvalidOperationException("The firewall is down.");

    public AssessmentRouter Router => Silo.Services.GetRequiredService<AssessmentRouter>();

    public PolicyPublisher Policies => Silo.Services.GetRequiredService<PolicyPublisher>();

    public Instant Now => Instant.From(Scheduler.Time.GetUtcNow());

    /// <summary>Starts a process on what is on the disk.</summary>
    public void Start() => Scheduler.Run(async () =>
    {
        var secrets = new SeededSecrets(unchecked((seed * 1_000) + processes++));
        var masterKey = new InMemoryMasterKey(new byte[MasterKey.Length]);
        var opened = await FirewallStorage.OpenAsync(new ProcessDisk(Disk), masterKey, Scheduler, Scheduler.Time, secrets, setup.Log);
        directory = opened.IsSuccess ? opened.Value : throw new InvalidOperationException(opened.Errors[0].Message);
        var status = new FirewallStatus();
        status.Recovered(directory, TimeSpan.Zero);
        silo = await EmbeddedSilo.StartAsync(builder =>
        {
            builder.Services.AddSingleton(status).AddSingleton<ISecretSource>(secrets).AddLogging();
            builder.UseDeterministicScheduler(Scheduler).AddGrainAssembly(typeof(TransactionGrain).Assembly).AddFirewallGrains();
            setup.Configure?.Invoke(builder);
            builder.Services.AddSingleton(services => new PartitionSnapshots(
                directory.Snapshots, services.GetRequiredService<ILogger<PartitionSnapshots>>()) { RecordsBetween = setup.RecordsBetweenSnapshots });
        });
        await silo.Services.GetRequiredService<TenantProvisioner>().ResumeAllAsync();
    });

    /// <summary>Ends the process as if the power had gone.</summary>
    public void Crash()
    {
        Silo.Kill();
        silo = null;
        Disk.Restart();
    }

    /// <summary>Ends the process as if the power had gone, and starts the next one.</summary>
    public void Restart()
    {
        Crash();
        Start();
    }

    /// <summary>Runs that many steps, or fewer when work ends before.</summary>
    public void RunSteps(int steps, Task work)
    {
        var last = Scheduler.Steps + steps;
        Scheduler.RunUntil(() => work.IsCompleted || Scheduler.Steps >= last, TimeSpan.FromMinutes(5));
    }

    /// <summary>Runs work until it ends or the power goes.</summary>
    public void RunUntilDead(Task work) => Scheduler.RunUntil(() => Disk.IsDead || work.IsCompleted, TimeSpan.FromMinutes(5));

    /// <summary>Runs work that was started to its end.</summary>
    public T RunToEnd<T>(Task<T> work) => Scheduler.Run(() => work);

    /// <summary>The stored assessment of a reference; null when there is none.</summary>
    public AssessmentAnswer? Find(string reference) => Scheduler.Run(() => Router.FindByReferenceAsync(Tenant, reference, default));

    /// <summary>The stored assessment of an id; null when there is none.</summary>
    public AssessmentAnswer? Find(AssessmentId id) => Scheduler.Run(() => Router.FindAsync(Tenant, id, default));

    /// <summary>Everything that completes when the journal or the states have failed.</summary>
    public DataDirectory Storage => directory ?? throw new InvalidOperationException("The firewall was never up.");

    /// <summary>Ends the process in good order.</summary>
    /// <param name="look">Looks at what the grains have left, before the data directory is closed.</param>
    public void Stop(Func<DataDirectory, Task>? look = null) => Scheduler.Run(async () =>
    {
        await Silo.StopAsync();
        await (look?.Invoke(Storage) ?? Task.CompletedTask);
        await directory!.DisposeAsync();
        silo = null;
    });

    public ProvisionedTenant Provision(TenantId tenant, string policy) => Scheduler.Run(async () =>
        (await Silo.Services.GetRequiredService<TenantProvisioner>().EnsureAsync(tenant, Encoding.UTF8.GetBytes(policy), default)).Value);

    public AssessmentAnswer Assess(params string[] members) => AssessAll([Payment(members)])[0];

    public AssessmentAnswer[] AssessAll(params string[] payments) => Scheduler.Run(() => AssessAsync(payments));

    /// <summary>Assesses batches at the same time.</summary>
    public AssessmentAnswer[] AtOnce(params string[][] batches)
        => Scheduler.Run(async () => (await Task.WhenAll(batches.Select(batch => AssessAsync(batch)))).SelectMany(answers => answers).ToArray());

    public Task<AssessmentAnswer[]> AssessAsync(params string[] payments) => AssessAsync(Tenant, payments);

    public Task<AssessmentAnswer[]> AssessAsync(TenantId tenant, params string[] payments) => Router.AssessAsync(tenant, Pack(payments), default);

    public Result<PublishedPolicy> Publish(string policy) => Scheduler.Run(() => PublishAsync(policy));

    public Task<Result<PublishedPolicy>> PublishAsync(string policy) => Policies.PublishAsync(Tenant, Encoding.UTF8.GetBytes(policy), default);

    public T GetGrain<T>(string key)
        where T : IGrainWithStringKey
        => Silo.Client.GetGrain<T>(key);

    /// <summary>One payment as JSON: reference, account and amount first, then further members as name, value, ….</summary>
    public static string Payment(params string[] members)
    {
        var json = new StringBuilder($$"""{"transactionReference":"{{members[0]}}","fromAccountNumber":"{{members[1]}}","amount":{{members[2]}},"currency":"EUR" """);
        for (var i = 3; i < members.Length; i += 2)
        {
            json.Append($",\"{members[i]}\":\"{members[i + 1]}\"");
        }

        return json.Append('}').ToString();
    }

    /// <summary>Assesses past payments by the clock that they bring along.</summary>
    public Task<AssessmentAnswer[]> AssessPastAsync(params string[] payments)
        => Router.AssessAsync(Tenant, Pack(payments, AssessmentClock.InitiatedAt), default);

    /// <summary>Decides a payment as if it came now, and keeps nothing.</summary>
    public Task<AssessmentAnswer> PreviewAsync(string payment) => Router.PreviewAsync(Tenant, Pack([payment]), default);

    public AssessmentAnswer[] AssessAll(PaymentBatch payments) => Scheduler.Run(() => Router.AssessAsync(Tenant, payments, default));

    public PaymentBatch Pack(string[] payments, AssessmentClock clock = AssessmentClock.Partition)
    {
        var reader = new PaymentReader(new PaymentReaderOptions());
        var cards = new CardTokenizer(new byte[32]);
        var output = new ArrayBufferWriter<byte>();
        var starts = new int[payments.Length];
        for (var i = 0; i < payments.Length; i++)
        {
            starts[i] = output.WrittenCount;
            Assert.True(reader.TryRead(Encoding.UTF8.GetBytes(payments[i]), cards, Now, output, out var refusals), refusals.Count == 0 ? "" : refusals[0].Message);
        }

        return new PaymentBatch(output.WrittenSpan.ToArray(), starts, clock);
    }
}

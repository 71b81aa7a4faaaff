using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Toggles;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Stress.Tests.Payments;

namespace FinancialFirewall.Stress.Tests.Running;

/// <summary>One tenant: what was sent for it and what came back, and what each of its policy versions decides.</summary>
internal sealed class StressTenant(TenantId id, TimeProvider time)
{
    private readonly ConcurrentQueue<Exchange> exchanges = new();
    private readonly ConcurrentDictionary<int, StressPolicy> policies = new();
    private int announced = 1;
    private int begun = 1;
    private StressPolicy latest;

    public TenantId Id => id;

    /// <summary>Payments with their answers.</summary>
    public IReadOnlyCollection<Exchange> Exchanges => exchanges;

    /// <summary>What each version decides.</summary>
    public IReadOnlyDictionary<int, StressPolicy> Policies => policies;

    /// <summary>Sends a batch and keeps what came back.</summary>
    public async Task SendAsync(StressFirewall firewall, params StressPayment[] payments)
    {
        var inForce = Volatile.Read(ref announced);
        var answers = await firewall.Router.AssessAsync(id, Pack(payments), CancellationToken.None);
        var latestBegun = Volatile.Read(ref begun);
        foreach (var (payment, answer) in payments.Zip(answers))
        {
            exchanges.Enqueue(new Exchange(payment, answer, inForce, latestBegun));
        }
    }

    /// <summary>Publishes a payment limit.</summary>
    public async Task PublishAsync(StressFirewall firewall, int paymentLimit)
    {
        Volatile.Write(ref begun, announced + 1);
        var published = await firewall.Policies.PublishAsync(id, StressPolicy.File(paymentLimit), CancellationToken.None);
        Assert.True(published.IsSuccess, published.IsSuccess ? "" : published.Errors[0].Message);
        Announce(published.Value.Version, new StressPolicy(paymentLimit, ChecksCards: true));
    }

    /// <summary>Switches the check of card payments to the opposite of what it is.</summary>
    public async Task ToggleCardsAsync(StressFirewall firewall)
    {
        TenantScope.Enter(id);
        Volatile.Write(ref begun, announced + 1);
        var next = latest with { ChecksCards = !latest.ChecksCards };
        var command = new ToggleCommand(new ToggleContext(StressPolicy.Card, null, null), next.ChecksCards, "stress", CreatedBy: null);
        var set = await firewall.Grains.GetGrain<IToggleGrain>(id.Name).Set(command);
        Assert.True(set.IsSuccess, set.IsSuccess ? "" : set.Errors[0].Message);
        Announce((await firewall.Policies.GetPublishedAsync(id, CancellationToken.None))!.Version, next);
    }

    /// <summary>The stored assessment of a reference.</summary>
    public Task<AssessmentAnswer?> FindAsync(StressFirewall firewall, string reference)
        => firewall.Router.FindByReferenceAsync(id, reference, CancellationToken.None);

    private void Announce(int version, StressPolicy policy)
    {
        Assert.True(policies.TryAdd(version, policy), $"Version {version} of {id} was given twice.");
        latest = policy;
        Volatile.Write(ref announced, version);
    }

    private PaymentBatch Pack(StressPayment[] payments)
    {
        var reader = new PaymentReader(new PaymentReaderOptions());
        var cards = new CardTokenizer(new byte[32]);
        var output = new ArrayBufferWriter<byte>();
        var starts = new int[payments.Length];
        for (var i = 0; i < payments.Length; i++)
        {
            starts[i] = output.WrittenCount;
            var isRead = reader.TryRead(Encoding.UTF8.GetBytes(payments[i].Json), cards, Instant.From(time.GetUtcNow()), output, out var refusals);
            Assert.True(isRead, isRead ? "" : refusals[0].Message);
        }

        return new PaymentBatch(output.WrittenSpan.ToArray(), starts);
    }
}

using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.ObjectPool;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Reads payments as JSON, has them decided, and counts what became of them: the same for everybody who sends a few at a time.</summary>
internal sealed class PaymentAssessor(AssessmentRouter router, PolicyCatalog policies, AssessmentMetrics metrics, GatewayLimits limits, TimeProvider time)
{
    private const int UsualPackedBytes = 1024;

    private readonly ObjectPool<PaymentReader> readers = new DefaultObjectPool<PaymentReader>(new ReaderPolicy(limits));

    /// <summary>Assesses one payment, together with others of its tenant that come at the same time.</summary>
    public Task<AssessmentAnswer> AssessAsync(Caller caller, ReadOnlyMemory<byte> json)
    {
        var packed = new PooledBuffer(UsualPackedBytes);
        if (Read(caller, json.Span, packed) is { } refusal)
        {
            return Task.FromResult(AssessmentAnswer.Refused(refusal));
        }

        var answer = router.AssessOneAsync(caller.Tenant, packed.WrittenSpan, CancellationToken.None);
        packed.Release();
        return answer;
    }

    /// <summary>Assesses several payments as one batch: those of one account in their order. One that is refused harms no other.</summary>
    /// <param name="caller">Whose they are.</param>
    /// <param name="payments">The payments as JSON, at most <see cref="PaymentBatch.MaximumCount"/>.</param>
    public async Task<AssessmentAnswer[]> AssessAllAsync(Caller caller, IReadOnlyList<byte[]> payments)
    {
        var packed = new PooledBuffer(UsualPackedBytes * payments.Count);
        var answers = new AssessmentAnswer[payments.Count];
        List<(int Place, int Start)> read = [];
        for (var i = 0; i < payments.Count; i++)
        {
            var start = packed.Length;
            if (Read(caller, payments[i], packed) is { } refusal)
            {
                answers[i] = AssessmentAnswer.Refused(refusal);
            }
            else
            {
                read.Add((i, start));
            }
        }

        if (read.Count > 0)
        {
            var batch = new PaymentBatch(packed.Detach(), [.. read.Select(static one => one.Start)]);
            var decided = await router.AssessAsync(caller.Tenant, batch, CancellationToken.None);
            for (var i = 0; i < decided.Length; i++)
            {
                answers[read[i].Place] = decided[i];
            }
        }

        return answers;
    }

    /// <summary>Decides a payment as if it came now, and keeps nothing. It may lack everything but its amount; its currency is then the policy's.</summary>
    public async Task<AssessmentAnswer> PreviewAsync(Caller caller, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var policy = await policies.GetCurrentAsync(caller.Tenant);
        var packed = new PooledBuffer(UsualPackedBytes);
        var reader = new PaymentReader(new PaymentReaderOptions { RequiresIdentity = false, DefaultCurrency = policy.BaseCurrency });
        return reader.TryRead(json.Span, caller.Cards, Instant.From(time.GetUtcNow()), packed, out var errors)
            ? await router.PreviewAsync(caller.Tenant, new PaymentBatch(packed.Detach(), [0]), cancellation)
            : AssessmentAnswer.Refused(errors);
    }

    /// <summary>Counts what became of a payment of a tenant.</summary>
    /// <param name="caller">Whose it is.</param>
    /// <param name="answer">What became of it.</param>
    /// <param name="elapsed">How long that took.</param>
    public void Count(Caller caller, in AssessmentAnswer answer, TimeSpan elapsed)
    {
        var counters = metrics.Of(caller.Tenant);
        if (answer.Refusal is { } refusal)
        {
            counters.CountRefusal(ProblemStatus.Leading(refusal));
            return;
        }

        var outcome = new AssessmentRecord(answer.Record.Span).Outcome;
        counters.CountDecision(outcome.Decision, answer.IsDuplicate, outcome.IsDegraded);
        counters.Single.Observe(elapsed);
    }

    private IReadOnlyList<Error>? Read(Caller caller, ReadOnlySpan<byte> json, PooledBuffer packed)
    {
        var reader = readers.Get();
        var isRead = reader.TryRead(json, caller.Cards, Instant.From(time.GetUtcNow()), packed, out var errors);
        readers.Return(reader);
        return isRead ? null : errors;
    }

    private sealed class ReaderPolicy(GatewayLimits limits) : IPooledObjectPolicy<PaymentReader>
    {
        public PaymentReader Create() => new(new PaymentReaderOptions { MaximumBodyBytes = limits.MaximumBodyBytes });

        public bool Return(PaymentReader obj) => true;
    }
}

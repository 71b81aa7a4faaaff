using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Batches;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.ObjectPool;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Assesses one payment: 201 with the answer, or 200 where the same payment was assessed before.</summary>
internal sealed class AssessEndpoint(
    AssessmentRouter router, AnswerRenderer renderer, AssessmentMetrics metrics, GatewayLimits limits, TimeProvider time)
{
    private const int UsualPackedBytes = 1024;

    private readonly ObjectPool<PaymentReader> readers = new DefaultObjectPool<PaymentReader>(new ReaderPolicy(limits));

    public static Task HandleAsync(HttpContext context, AssessEndpoint endpoint) => endpoint.AssessAsync(context);

    private async Task AssessAsync(HttpContext context)
    {
        var began = time.GetTimestamp();
        var caller = context.GetCaller();
        var counters = metrics.Of(caller.Tenant);
        var answer = await DecideAsync(context, caller);
        if (answer.Refusal is not null)
        {
            counters.CountRefusal(ProblemStatus.Leading(answer.Refusal));
            await ProblemWriter.WriteAsync(context, answer.Refusal);
            return;
        }

        var detail = AnswerDetailQuery.Read(context.Request, AnswerDetail.Full).Value;
        if (!answer.IsDuplicate)
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = $"{AssessmentEndpoints.Path}/{IdOf(caller.Tenant, answer)}";
        }

        await AnswerResponse.WriteAsync(context, renderer, caller.Tenant, answer, detail);
        Count(counters, answer, time.GetElapsedTime(began));
    }

    private static AssessmentId IdOf(TenantId tenant, AssessmentAnswer answer)
    {
        var record = new AssessmentRecord(answer.Record.Span);
        return AssessmentId.Of(tenant, record.Partition, record.Sequence, record.AssessedAt);
    }

    private static void Count(TenantMetrics counters, AssessmentAnswer answer, TimeSpan elapsed)
    {
        var outcome = new AssessmentRecord(answer.Record.Span).Outcome;
        counters.CountDecision(outcome.Decision, answer.IsDuplicate, outcome.IsDegraded);
        counters.Single.Observe(elapsed);
    }

    private async Task<AssessmentAnswer> DecideAsync(HttpContext context, Caller caller)
    {
        if (AnswerDetailQuery.Read(context.Request, AnswerDetail.Full) is { IsSuccess: false } detail)
        {
            return AssessmentAnswer.Refused(detail.Errors);
        }

        var body = await RequestBody.ReadAsync(context.Request, limits.MaximumBodyBytes);
        if (!body.IsSuccess)
        {
            return AssessmentAnswer.Refused(body.Errors);
        }

        var packed = new PackedPaymentBuffer(UsualPackedBytes);
        var reader = readers.Get();
        var isRead = reader.TryRead(body.Value.Span, caller.Cards, Instant.From(time.GetUtcNow()), packed, out var errors);
        readers.Return(reader);
        if (!isRead)
        {
            return AssessmentAnswer.Refused(errors);
        }

        var answer = router.AssessOneAsync(caller.Tenant, packed.WrittenSpan, CancellationToken.None);
        packed.Release();
        return await answer;
    }

    private sealed class ReaderPolicy(GatewayLimits limits) : IPooledObjectPolicy<PaymentReader>
    {
        public PaymentReader Create() => new(new PaymentReaderOptions { MaximumBodyBytes = limits.MaximumBodyBytes });

        public bool Return(PaymentReader obj) => true;
    }
}

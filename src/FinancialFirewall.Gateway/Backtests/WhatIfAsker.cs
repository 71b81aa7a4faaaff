using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Trials;
using Caller = FinancialFirewall.Grains.Tenants.Caller;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>Asks what would have been if: the same for REST and GraphQL.</summary>
internal sealed class WhatIfAsker(WhatIfs questions, IAssessmentFinder finder, TimeProvider time)
{
    /// <summary>Asks.</summary>
    /// <returns>The answer; or everything that is wrong with the question.</returns>
    public async Task<Result<WhatIfAnswer>> AskAsync(Caller caller, WhatIfBody body, CancellationToken cancellationToken)
    {
        var question = body.Read();
        if (!question.IsSuccess || body.Payment is not { } changes)
        {
            return question.IsSuccess ? await questions.AskAsync(caller.Tenant, question.Value, cancellationToken) : Result.Failure<WhatIfAnswer>(question.Errors);
        }

        if (await finder.FindAsync(caller.Tenant, question.Value.Assessment, cancellationToken) is not { } found)
        {
            return RequestErrors.AssessmentUnknown(body.AssessmentId!, "assessmentId");
        }

        if (new AssessmentRecord(found.Record.Span).Payment.ErasedAt is not null)
        {
            return await questions.AskAsync(caller.Tenant, question.Value, cancellationToken);
        }

        var payment = ChangedPayment.Read(new AssessmentRecord(found.Record.Span).Payment.Bytes, changes, caller.Cards, Instant.From(time.GetUtcNow()));
        return payment.IsSuccess
            ? await questions.AskAsync(caller.Tenant, question.Value with { Payment = payment.Value }, cancellationToken)
            : Result.Failure<WhatIfAnswer>([.. payment.Errors.Select(static error => error with { Member = $"payment/{error.Member}" })]);
    }
}

using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Assessments;
using FinancialFirewall.Gateway.Graph;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>Having payments assessed.</summary>
internal sealed class AssessmentMutations(PaymentAssessor assessor, AssessmentNodes nodes, TimeProvider time) : IGraphFields
{
    /// <summary>The most payments of one request; more go as a batch over REST, which streams.</summary>
    public const int MaximumPayments = 100;

    public void Bind(GraphRoots roots)
    {
        roots.Field("Mutation.assessPayment", AssessAsync);
        roots.Field("Mutation.assessPayments", AssessAllAsync);
    }

    private async Task<object?> AssessAsync(GraphCall call)
    {
        var began = time.GetTimestamp();
        var answer = await assessor.AssessAsync(call.Caller, InputBody.Write(call.Get<InputObject>("payment")));
        assessor.Count(call.Caller, answer, time.GetElapsedTime(began));
        return await nodes.OfAsync(call.Tenant, answer);
    }

    private async Task<object?> AssessAllAsync(GraphCall call)
    {
        var began = time.GetTimestamp();
        var payments = call.Arguments.List<InputObject>("payments")!;
        if (payments.Count is 0 or > MaximumPayments)
        {
            return GraphRefusals.Of(new Error(
                ErrorKind.Invalid,
                "PAYMENTS_COUNT",
                "payments",
                payments.Count.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"One request takes 1 to {MaximumPayments} payments; more go as a batch over REST.")));
        }

        var answers = await assessor.AssessAllAsync(call.Caller, [.. payments.Select(static payment => InputBody.Write(payment))]);
        var results = new object[answers.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            assessor.Count(call.Caller, answers[i], time.GetElapsedTime(began));
            results[i] = await nodes.OfAsync(call.Tenant, answers[i]);
        }

        return results;
    }
}

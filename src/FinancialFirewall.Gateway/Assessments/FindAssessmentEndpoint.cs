using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Finds an assessment again by its id or by the payment's reference. What belongs to another tenant is not found.</summary>
internal sealed class FindAssessmentEndpoint(IAssessmentFinder finder, AnswerRenderer renderer)
{
    private static readonly int MaximumReferenceLength = PaymentMemberTable.Get(PaymentMember.TransactionReference).MaximumLength;

    private const string ReferenceMarker = "/transaction/";

    public static Task HandleByIdAsync(HttpContext context, FindAssessmentEndpoint endpoint, string id) => endpoint.FindAsync(context, id);

    public static Task HandleByReferenceAsync(HttpContext context, FindAssessmentEndpoint endpoint) => endpoint.FindByReferenceAsync(context);

    /// <summary>Whether a payment can have this reference.</summary>
    public static bool IsReference(string reference) => reference.Length > 0 && reference.Length <= MaximumReferenceLength;

    private async Task FindAsync(HttpContext context, string id)
    {
        var answer = AssessmentId.TryParse(id, out var parsed)
            ? await finder.FindAsync(context.GetCaller().Tenant, parsed, context.RequestAborted)
            : null;
        await AnswerAsync(context, answer, RequestErrors.AssessmentUnknown(id));
    }

    private async Task FindByReferenceAsync(HttpContext context)
    {
        var reference = ReadReference(context);
        var answer = IsReference(reference)
            ? await finder.FindByReferenceAsync(context.GetCaller().Tenant, reference, context.RequestAborted)
            : null;
        await AnswerAsync(context, answer, RequestErrors.ReferenceUnknown(reference));
    }

    private async Task AnswerAsync(HttpContext context, AssessmentAnswer? answer, Error unknown)
    {
        var detail = AnswerDetailQuery.Read(context.Request, AnswerDetail.Full);
        var found = answer ?? AssessmentAnswer.Refused(unknown);
        var refusal = detail.IsSuccess ? found.Refusal : detail.Errors;
        if (refusal is not null)
        {
            await ProblemWriter.WriteAsync(context, refusal);
            return;
        }

        await AnswerResponse.WriteAsync(context, renderer, context.GetCaller().Tenant, found, detail.Value);
    }

    /// <summary>The reference as it was sent: a decoded path can no longer tell an escaped slash from an escape in the reference itself.</summary>
    private static string ReadReference(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        var start = path.IndexOf(ReferenceMarker, StringComparison.Ordinal);
        return start < 0 ? "" : Uri.UnescapeDataString(path[(start + ReferenceMarker.Length)..]);
    }
}

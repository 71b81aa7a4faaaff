using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Answers;

/// <summary>Reads <c>?answer=brief|full</c>.</summary>
internal static class AnswerDetailQuery
{
    public static Result<AnswerDetail> Read(HttpRequest request, AnswerDetail absent) => request.Query["answer"].ToString() switch
    {
        "" => absent,
        "brief" => AnswerDetail.Brief,
        "full" => AnswerDetail.Full,
        var other => RequestErrors.AnswerUnknown(other),
    };
}

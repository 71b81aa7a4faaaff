using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Answers;

/// <summary>Answers a request with one assessment.</summary>
internal static class AnswerResponse
{
    private const int UsualBytes = 4096;

    /// <summary>Writes the assessment.</summary>
    public static async Task WriteAsync(HttpContext context, AnswerRenderer renderer, TenantId tenant, AssessmentAnswer answer, AnswerDetail detail)
    {
        var policy = await renderer.GetPolicyAsync(tenant, answer);
        var body = new PooledBuffer(UsualBytes);
        try
        {
            AnswerRenderer.Write(body, answer, policy, detail);
            context.Response.ContentType = ContentTypes.Json;
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
        }
        finally
        {
            body.Release();
        }
    }
}

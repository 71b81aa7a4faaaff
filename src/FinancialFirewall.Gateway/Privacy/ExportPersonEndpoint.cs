using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>Answers everything that is kept of a person.</summary>
internal sealed class ExportPersonEndpoint(PersonExport export)
{
    public static Task HandleAsync(HttpContext context, ExportPersonEndpoint endpoint) => endpoint.ExportAsync(context);

    private async Task ExportAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var body = await RequestBody.ReadAsync(context.Request, PersonRequest.MaximumBytes);
        var request = body.IsSuccess ? PersonRequest.Read(body.Value.Span, caller.Cards) : Result.Failure<PersonRequest>(body.Errors);
        if (!request.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, request.Errors);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await export.WriteAsync(caller.Tenant, request.Value.Person, context.Response.Body, context.RequestAborted);
    }
}

using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Privacy;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>Erases a person, or says what that would erase.</summary>
internal sealed class ErasePersonEndpoint(PersonErasures erasures)
{
    public static Task HandleAsync(HttpContext context, ErasePersonEndpoint endpoint) => endpoint.EraseAsync(context);

    private async Task EraseAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var body = await RequestBody.ReadAsync(context.Request, PersonRequest.MaximumBytes);
        var request = body.IsSuccess ? PersonRequest.Read(body.Value.Span, caller.Cards) : Result.Failure<PersonRequest>(body.Errors);
        var erased = request.IsSuccess
            ? await erasures.EraseAsync(caller, request.Value, context.RequestAborted)
            : Result.Failure<PersonErasure>(request.Errors);
        await (erased.IsSuccess
            ? context.Response.WriteAsJsonAsync(PersonErasureAnswer.Of(erased.Value, request.Value.IsDryRun), context.RequestAborted)
            : ProblemWriter.WriteAsync(context, erased.Errors));
    }
}

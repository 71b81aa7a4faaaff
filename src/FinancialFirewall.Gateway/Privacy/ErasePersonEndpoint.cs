using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Privacy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>Erases a person, or says what that would erase.</summary>
internal sealed partial class ErasePersonEndpoint(PersonEraser eraser, ILogger<ErasePersonEndpoint> logger)
{
    public static Task HandleAsync(HttpContext context, ErasePersonEndpoint endpoint) => endpoint.EraseAsync(context);

    private async Task EraseAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var body = await RequestBody.ReadAsync(context.Request, PersonRequest.MaximumBytes);
        var request = body.IsSuccess ? PersonRequest.Read(body.Value.Span, caller.Cards) : Result.Failure<PersonRequest>(body.Errors);
        if (!request.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, request.Errors);
            return;
        }

        // Not ended with the connection: what is begun is finished.
        var erased = request.Value.IsDryRun
            ? await eraser.PreviewAsync(caller.Tenant, request.Value.Person, context.RequestAborted)
            : await eraser.EraseAsync(caller.Tenant, request.Value.Person, CancellationToken.None);
        if (!erased.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, erased.Errors);
            return;
        }

        if (erased.Value.ErasedAt is not null)
        {
            LogErased(caller.Tenant.Name, erased.Value.Payments, request.Value.Reason ?? "none given");
        }

        await context.Response.WriteAsJsonAsync(PersonErasureAnswer.Of(erased.Value, request.Value.IsDryRun), context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A person of tenant '{Tenant}' was erased from {Payments} payments. Reason: {Reason}")]
    private partial void LogErased(string tenant, long payments, string reason);
}

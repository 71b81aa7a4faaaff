using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Audit;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>
/// Stands before every endpoint: lets a request pass only with a known API key, or the cookie of a session, whose roles have the permission that the endpoint demands, and says to
/// the endpoint who is calling. An endpoint that demands nothing is open to nobody, unless it says that it is open to everybody.
/// </summary>
internal sealed class CallerFilter(CallerAdmission admission) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (AccessDemand.Of(http) is not { } permission)
        {
            return await next(context);
        }

        var caller = await admission.AdmitAsync(http, permission);
        if (!caller.IsSuccess)
        {
            await (caller.Errors[0].Kind == ErrorKind.Forbidden ? admission.NoteRefusalAsync(http, caller.Errors[0]) : Task.CompletedTask);
            await ProblemWriter.WriteAsync(http, caller.Errors);
            return Results.Empty;
        }

        http.Features.Set(caller.Value);
        if (permission != Permission.AssessPayments)
        {
            // Payments change no settings: who sent them stands in no audit log, and nothing is spent on saying so.
            AuditScope.Enter(CallerAdmission.ActorOf(http, caller.Value));
        }

        return await next(context);
    }
}

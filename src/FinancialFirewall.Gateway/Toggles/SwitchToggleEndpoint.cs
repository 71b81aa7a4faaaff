using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Toggles;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Switches the fraud check on, off, or over for exactly one context.</summary>
internal sealed class SwitchToggleEndpoint(TenantToggles toggles)
{
    public static Task HandleEnableAsync(HttpContext context, SwitchToggleEndpoint endpoint) => endpoint.SwitchAsync(context, isEnabled: true);

    public static Task HandleDisableAsync(HttpContext context, SwitchToggleEndpoint endpoint) => endpoint.SwitchAsync(context, isEnabled: false);

    public static Task HandleToggleAsync(HttpContext context, SwitchToggleEndpoint endpoint) => endpoint.SwitchAsync(context, isEnabled: null);

    /// <summary>Switches to a state; null for the opposite of what it is.</summary>
    private async Task SwitchAsync(HttpContext context, bool? isEnabled)
    {
        var body = await RequestBody.ReadAsync(context.Request, ToggleDocument.MaximumLength);
        var read = body.IsSuccess ? ToggleDocument.ReadSwitch(body.Value.Span) : Result.Failure<ToggleSwitch>(body.Errors);
        var tenant = context.GetCaller().Tenant;
        if (read.IsSuccess && read.Value.Tenant is { } named && !string.Equals(named, tenant.Name, StringComparison.Ordinal))
        {
            read = RequestErrors.TenantUnknown(named);
        }

        var switched = read.IsSuccess
            ? await toggles.SetAsync(tenant, new ToggleCommand(read.Value.Context, isEnabled, read.Value.Reason, read.Value.CreatedBy))
            : Result.Failure<Toggle>(read.Errors);
        await (switched.IsSuccess
            ? ToggleResponse.WriteAsync(context, tenant, switched.Value)
            : ProblemWriter.WriteAsync(context, switched.Errors));
    }
}

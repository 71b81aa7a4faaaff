using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>Answers with a configuration.</summary>
internal static class ConfigurationResponse
{
    /// <summary>Answers with the configuration and its tag; or with why there is none.</summary>
    public static Task WriteAsync(HttpContext context, Result<RiskConfiguration> result, int status = StatusCodes.Status200OK) => result switch
    {
        { IsSuccess: true } => WriteAsync(context, result.Value, status),
        { Errors: [{ Code: "CONFIGURATION_CHANGED" }, ..] } => ProblemWriter.WriteAsync(context, StatusCodes.Status412PreconditionFailed, result.Errors),
        _ => ProblemWriter.WriteAsync(context, result.Errors),
    };

    private static Task WriteAsync(HttpContext context, RiskConfiguration one, int status)
    {
        var tenant = context.GetCaller().Tenant;
        return DocumentResponse.WriteTaggedAsync(
            context, RiskConfigurationDocument.TagOf(one), json => RiskConfigurationDocument.WriteAnswer(json, one, tenant), status);
    }
}

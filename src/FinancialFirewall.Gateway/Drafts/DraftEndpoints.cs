using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Drafts of the policy: made, changed, checked, and published, where the tenant wants it so with a second person's approval.</summary>
internal static class DraftEndpoints
{
    /// <summary>Where drafts live.</summary>
    public const string Path = PolicyEndpoints.Path + "/drafts";

    public static void MapDraftEndpoints(this IEndpointRouteBuilder routes)
    {
        var root = routes.MapGroup(Path).RequireRateLimiting(RateLimitPolicies.Requests);
        MapReading(root.MapGroup("").Demand(Permission.ReadPolicies));
        var changing = root.MapGroup("").Demand(Permission.ChangeConfigurations);
        MapChanging(changing.MapGroup("").AddEndpointFilter(ContentTypes.RequireJson));
        changing.MapDelete("/{id:guid}", DraftStepEndpoint.HandleDiscardAsync);
        changing.MapDelete("/{id:guid}/configurations/{configurationId:guid}", ChangeDraftEndpoint.HandleDeleteConfigurationAsync);
    }

    private static void MapReading(RouteGroupBuilder root)
    {
        root.MapGet("", ReadDraftEndpoint.HandleListAsync);
        root.MapGet("/{id:guid}", ReadDraftEndpoint.HandleFindAsync);
        root.MapGet("/{id:guid}/document", ReadDraftEndpoint.HandleDocumentAsync);
        root.MapGet("/{id:guid}/comparison", ReadDraftEndpoint.HandleComparisonAsync);
        root.MapPost("/{id:guid}/validation", ReadDraftEndpoint.HandleValidationAsync);
    }

    private static void MapChanging(RouteGroupBuilder root)
    {
        root.MapPost("", ChangeDraftEndpoint.HandleCreateAsync);
        root.MapPatch("/{id:guid}", ChangeDraftEndpoint.HandleDescribeAsync);
        root.MapPut("/{id:guid}/document", ChangeDraftEndpoint.HandleReplaceAsync);
        root.MapPost("/{id:guid}/configurations", ChangeDraftEndpoint.HandleAddConfigurationAsync);
        root.MapPut("/{id:guid}/configurations/{configurationId:guid}", ChangeDraftEndpoint.HandleReplaceConfigurationAsync);
        root.MapPost("/{id:guid}/rebase", DraftStepEndpoint.HandleRebaseAsync);
        root.MapPost("/{id:guid}/submit", DraftStepEndpoint.HandleSubmitAsync);
        root.MapPost("/{id:guid}/withdraw", DraftStepEndpoint.HandleWithdrawAsync);
        root.MapPost("/{id:guid}/reject", DraftStepEndpoint.HandleRejectAsync);
        root.MapPost("/{id:guid}/approve", DraftStepEndpoint.HandleApproveAsync);
        root.MapPost("/{id:guid}/publish", DraftStepEndpoint.HandlePublishAsync);
    }
}

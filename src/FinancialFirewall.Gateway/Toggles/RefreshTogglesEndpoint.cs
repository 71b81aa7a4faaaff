using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Toggles;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>
/// There is no cache that could be stale: a change is answered when it holds everywhere. This asks every partition and shard all the same, and says what it found.
/// </summary>
internal sealed class RefreshTogglesEndpoint(TenantToggles toggles, TimeProvider time)
{
    public static Task HandleAsync(HttpContext context, RefreshTogglesEndpoint endpoint) => endpoint.RefreshAsync(context);

    private async Task RefreshAsync(HttpContext context)
    {
        var found = await toggles.VerifyAsync(context.GetCaller().Tenant);
        if (!found.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, found.Errors);
            return;
        }

        var now = Instant.From(time.GetUtcNow());
        await DocumentResponse.WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("message", Describe(found.Value));
            json.WriteString("timestamp", now.ToString());
            json.WriteNumber("policyVersion", found.Value.Version);
            json.WriteNumber("asked", found.Value.Asked);
            json.WriteNumber("behind", found.Value.Behind);
            json.WriteEndObject();
        });
    }

    private static string Describe(PolicyAgreement found) => found switch
    {
        { Version: 0 } => "Nothing is published yet.",
        { Behind: 0 } => $"All {found.Asked} partitions and shards work by policy version {found.Version}.",
        _ => $"{found.Behind} of {found.Asked} partitions and shards were behind; all work by policy version {found.Version} now.",
    };
}

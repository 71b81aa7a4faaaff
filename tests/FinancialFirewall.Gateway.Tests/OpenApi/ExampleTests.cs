using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Tests.Running;
using FinancialFirewall.Grains.Users;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>Each example of the document works. A gateway of its own: what an example is answered with depends on those before it.</summary>
public sealed class ExampleTests
{
    private const string List = "blocked-accounts";

    [Fact]
    public async Task Examples_SentInTheirOrder_AreAnsweredAsTheDocumentSays()
    {
        await using var gateway = await RunningGateway.StartAsync();
        using var run = await ExampleRun.BeginAsync(gateway);
        await OfferSetUpAsync(gateway, run.BodyOf("setUpOwner").Text("token")!);
        var complaints = new List<string>();
        foreach (var (caller, operation) in ExampleOrder.Steps)
        {
            complaints.AddRange(operation == "cancelImport" ? await CancelAsync(run, caller, operation) : await run.SendAsync(caller, operation));
        }

        Assert.Empty(complaints);
        Assert.Equal(run.Operations.Order(StringComparer.Ordinal), ExampleOrder.Steps.Select(static step => step.Operation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>The first start of a firewall prints a set-up link; here it is the example's.</summary>
    private static Task OfferSetUpAsync(RunningGateway gateway, string token)
        => gateway.Services.GetRequiredService<UserRegistry>().OfferSetUpAsync(new TenantId("demo"), LinkToken.Hash(token));

    /// <summary>Only an import that is being read can be cancelled.</summary>
    private static async Task<IReadOnlyList<string>> CancelAsync(ExampleRun run, string caller, string operation)
    {
        var body = new GatedBody();
        var sending = await run.BeginImportAsync(body, List);
        var complaints = await run.SendAsync(caller, operation);
        body.GoOn();
        using var refused = await sending;
        Assert.Equal(409, (int)refused.StatusCode);
        return complaints;
    }
}

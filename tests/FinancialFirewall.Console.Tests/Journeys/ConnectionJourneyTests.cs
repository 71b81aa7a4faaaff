using FinancialFirewall.Console.Tests.Running;
using FinancialFirewall.Host.Tests.Processes;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Live views over a connection that is cut.</summary>
[Collection(PageCollection.Name)]
public sealed class ConnectionJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Dashboard_OverACut_SaysSoAndMissesNothing()
    {
        using var tenant = await fixture.Firewall.OpenAsync("cutting");
        using var link = new CuttableLink(fixture.Firewall.Address);
        await using var owner = await Reader.OpenAsync(fixture, address: link.Address);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/", "Dashboard");
        await tenant.PayAsync("BEFORE-1", 10m);
        await Assertions.Expect(owner.Link("Payments 1")).ToBeVisibleAsync();

        link.Cut();
        await owner.SeeAsync("No connection to the firewall");
        await owner.PictureAsync("journey cut");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await tenant.PayAsync($"DURING-{number}", 10m);
        }

        await Assertions.Expect(owner.Link("Payments 1")).ToBeVisibleAsync();
        link.Mend();
        await owner.Link("Payments 6").WaitForAsync();
        await tenant.PayAsync("AFTER-1", 10m);
        await owner.Link("Payments 7").WaitForAsync();
        await Assertions.Expect(owner.Page.GetByText("No connection to the firewall")).ToHaveCountAsync(0);
        Assert.All(owner.Complaints, complaint => Assert.Contains("WebSocket connection to", complaint, StringComparison.Ordinal));
    }
}

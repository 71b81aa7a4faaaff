using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Live views over a connection that is cut.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConnectionJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Dashboard_OverACut_SaysSoAndMissesNothing()
    {
        using var tenant = await fixture.Firewall.OpenAsync("cutting");
        await using var owner = await Reader.OpenAsync(fixture);
        var link = new Link();
        await owner.Page.RouteWebSocketAsync("**/graphql", link.Take);
        await owner.JoinAsOwnerAsync(tenant);
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
        await Assertions.Expect(owner.Link("Payments 6")).ToBeVisibleAsync();
        await tenant.PayAsync("AFTER-1", 10m);
        await Assertions.Expect(owner.Link("Payments 7")).ToBeVisibleAsync();
        await Assertions.Expect(owner.Page.GetByText("No connection to the firewall")).ToHaveCountAsync(0);
        Assert.Empty(owner.Complaints);
    }

    /// <summary>The way of the page's WebSockets, which can be cut.</summary>
    private sealed class Link
    {
        private readonly List<IWebSocketRoute> open = [];
        private bool isCut;

        public void Take(IWebSocketRoute route)
        {
            if (isCut)
            {
                _ = route.CloseAsync();
                return;
            }

            open.Add(route);
            route.ConnectToServer();
        }

        public void Cut()
        {
            isCut = true;
            open.ForEach(route => _ = route.CloseAsync());
            open.Clear();
        }

        public void Mend() => isCut = false;
    }
}

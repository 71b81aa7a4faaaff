using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Somebody who is here for the first time.</summary>
[Collection(PageCollection.Name)]
public sealed class TourJourneyTests(ConsoleFixture fixture)
{
    private static readonly string[] Steps = ["Your pages", "Find anything", "What you see is live", "Help beside every page", "Your account"];

    [BrowserFact]
    public async Task Tour_AtTheFirstSignIn_IsTakenOnceAndAgainFromHelp()
    {
        using var tenant = await fixture.Firewall.OpenAsync("touring");
        await using var owner = await Reader.OpenAsync(fixture, isFirstVisit: true);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/", "Dashboard");

        foreach (var step in Steps)
        {
            await Step(owner, step).WaitForAsync();
            await owner.PictureAsync($"journey tour {step}");
            await owner.Button(step == Steps[^1] ? "Done" : "Next").ClickAsync();
        }

        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await owner.GoToAsync("/assessments", "Assessments");
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await owner.Button("Help").ClickAsync();
        await owner.Button("Take the tour").ClickAsync();
        await Step(owner, Steps[0]).WaitForAsync();
        await owner.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Empty(owner.Complaints);
    }

    private static ILocator Step(Reader owner, string title) => owner.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = title });
}

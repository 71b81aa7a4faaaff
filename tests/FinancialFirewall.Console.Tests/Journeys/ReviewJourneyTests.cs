using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>What waits for a person, decided from the keyboard.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ReviewJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Analyst_FromTheKeyboard_TakesAPaymentAndApprovesIt()
    {
        using var tenant = await fixture.Firewall.OpenAsync("reviewing");
        await using var analyst = await Reader.OpenAsync(fixture);
        await analyst.Page.GotoAsync(await tenant.InviteAsync("Jean Dupont", "ANALYST"));
        await analyst.ChoosePasswordAsync("Set password");
        await analyst.SeeHeadingAsync("Dashboard");
        await analyst.GoToAsync("/reviews", "Reviews");
        await analyst.SeeAsync("Nothing waits for a person");

        await tenant.PayAsync("WAITS-1", 12_500m);

        var queue = analyst.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Payments that wait" });
        await Assertions.Expect(queue).ToContainTextAsync("WAITS-1");
        await analyst.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(queue).ToContainTextAsync("you");
        await analyst.PictureAsync("journey review");
        await analyst.Page.Keyboard.PressAsync("a");
        await analyst.Page.GetByLabel("Why").FillAsync("The customer has confirmed it by phone.");
        await analyst.Page.Keyboard.PressAsync("Enter");
        await analyst.SeeAsync("Nothing waits for a person");
        Assert.Equal("APPROVE", await tenant.DecisionOfAsync("WAITS-1"));
        await analyst.GoToAsync("/assessments/ref:WAITS-1", "WAITS-1");
        await analyst.SeeAsync("The customer has confirmed it by phone.");
        await analyst.PictureAsync("journey reviewed");
        Assert.Empty(analyst.Complaints);
    }
}

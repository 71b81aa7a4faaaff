using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>What waits for a person, decided from the keyboard.</summary>
[Collection(PolicyCollection.Name)]
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

    [BrowserFact]
    public async Task Owner_WhoRetriesGivesAwayAndCancels_FindsEachAmongWhatHappened()
    {
        using var tenant = await fixture.Firewall.OpenAsync("handing-on");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await tenant.PayAsync("WAITS-2", 12_500m);
        await owner.GoToAsync("/reviews", "Reviews");
        var queue = owner.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Payments that wait" });

        await owner.Page.Keyboard.PressAsync("t");
        await DoAsync("Decide anew", "The policy has changed.");
        await owner.SeeAsync("by policy version 1");
        await owner.Page.Keyboard.PressAsync("s");
        await GiveAsync(1);
        await Assertions.Expect(queue).ToContainTextAsync("you");
        await owner.Page.Keyboard.PressAsync("s");
        await GiveAsync(2);
        await Assertions.Expect(queue).Not.ToContainTextAsync("you");
        await owner.PictureAsync("journey given away");
        await owner.Page.Keyboard.PressAsync("s");
        await GiveAsync(1);
        await Assertions.Expect(queue).ToContainTextAsync("you");
        await owner.Page.Keyboard.PressAsync("z");
        await DoAsync("Cancel it for good", "Sent twice.");
        await owner.SeeAsync("Nothing waits for a person");

        await owner.GoToAsync("/assessments/ref:WAITS-2", "WAITS-2");
        await owner.Button("Report what became of it").ClickAsync();
        await owner.Page.GetByLabel("What became of it").SelectOptionAsync("FRAUD");
        await DoAsync("Report it", "The debtor has called.", "Note");
        await owner.SeeAsync("Reported: fraud");
        await owner.SeeAsync("Sent twice.");
        await owner.SeeAsync("Decided anew");
        await owner.PictureAsync("journey handed on");
        Assert.Empty(owner.Complaints);

        async Task GiveAsync(int whom)
        {
            await owner.Page.GetByLabel("To whom").SelectOptionAsync(new SelectOptionValue { Index = whom });
            await DoAsync("Give it", "On holiday.");
        }

        async Task DoAsync(string act, string text, string label = "Why")
        {
            var dialog = owner.Page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true }).FillAsync(text);
            await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = act, Exact = true }).ClickAsync();
            await Assertions.Expect(dialog).ToHaveCountAsync(0);
        }
    }
}

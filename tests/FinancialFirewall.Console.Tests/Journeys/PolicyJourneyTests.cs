using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Configurations that are written: by one person at once, and by two in a draft.</summary>
[Collection(PolicyCollection.Name)]
public sealed class PolicyJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Owner_WhoWritesAConfiguration_SeesWhatIsWrongWhatChangedAndBringsTheFormerBack()
    {
        using var tenant = await fixture.Firewall.OpenAsync("writing");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/policy", "Policy");

        await owner.Button("New configuration").ClickAsync();
        await Field(owner, "Priority").FillAsync("0");
        await owner.SeeAsync("1 thing to mend");
        await owner.SeeAsync("'priority' is");
        await owner.Button("Undo").ClickAsync();
        await owner.SeeAsync("Nothing to mend");
        await Tab(owner, "JSON").ClickAsync();
        await owner.Page.GetByLabel("Configuration", Exactly).FillAsync("""{ "configurationName": "Night payments", "priority": 7 """);
        await owner.SeeAsync("Mend the JSON first");
        await owner.Page.GetByLabel("Configuration", Exactly).FillAsync("""{ "configurationName": "Night payments", "priority": 7 }""");
        await Tab(owner, "Form").ClickAsync();
        await Assertions.Expect(Field(owner, "Name")).ToHaveValueAsync("Night payments");
        await Assertions.Expect(Field(owner, "Priority")).ToHaveValueAsync("7");

        await owner.Button("Cancel").ClickAsync();
        await owner.SeeAsync("Leave without saving?");
        await owner.Page.GetByRole(AriaRole.Dialog).Last.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cancel" }).ClickAsync();
        await owner.Button("Create").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Night payments" }).WaitForAsync();

        await Tab(owner, "Versions").ClickAsync();
        await owner.Button("What changed in version 2").ClickAsync();
        await owner.SeeAsync("Added");
        await owner.PictureAsync("journey comparison");
        await owner.Button("Close the comparison").ClickAsync();
        await owner.Button("Bring back version 1").ClickAsync();
        await owner.Button("Bring it back").ClickAsync();
        await owner.SeeAsync("Brought back version 1");
        Assert.Empty(owner.Complaints);
    }

    [BrowserFact]
    public async Task Rule_WithAnErrorUnderTheWord_IsCorrectedSavedInADraftApprovedByAnotherAndInForce()
    {
        using var tenant = await fixture.Firewall.OpenAsync("two-people");
        await tenant.RequireApprovalAsync();
        await tenant.PayAsync("BEFORE", 50, paymentType: "CARD");
        Assert.Equal("APPROVE", await tenant.DecisionOfAsync("BEFORE"));
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/policy", "Policy");
        await owner.Button("New configuration").ClickAsync();
        await Field(owner, "Name").FillAsync("Card limit");
        await Field(owner, "Takes part").CheckAsync();
        await Field(owner, "Priority").FillAsync("1");
        await PartAsync(owner, "Payments it is for");
        await Field(owner, "Payment type").FillAsync("CARD");
        await PartAsync(owner, "Custom rules");
        await owner.Button("Add a rule").ClickAsync();
        await Field(owner, "Name of the rule").FillAsync("tooMuch");
        await Field(owner, "Weight").FillAsync("1");
        await Condition(owner, "tooMuch").ClickAsync();
        await owner.Page.Keyboard.TypeAsync("amout > 40");
        await owner.SeeAsync("Did you mean 'amount'?");
        await owner.PictureAsync("journey rule wrong");
        Assert.Empty(await owner.ViolationsAsync());

        await Assertions.Expect(owner.Page.Locator(".ff-problem")).ToHaveTextAsync("amout");
        await owner.Page.Keyboard.PressAsync("Control+a");
        await owner.Page.Keyboard.TypeAsync("amo");
        await owner.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "amount" }).First.WaitForAsync();
        await owner.PictureAsync("journey rule offers");
        await owner.Page.Keyboard.PressAsync("Enter");
        await owner.Page.Keyboard.TypeAsync(" > 40");
        await Assertions.Expect(Condition(owner, "tooMuch")).ToHaveTextAsync("amount > 40");
        await owner.SeeAsync("Nothing to mend");
        await owner.Button("Try on recent payments").ClickAsync();
        await owner.SeeAsync("1 of 1 payments would have been decided differently");
        await owner.PictureAsync("journey preview");
        Assert.Empty(await owner.ViolationsAsync());
        await owner.Button("Create").ClickAsync();
        await owner.Button("Make a draft").ClickAsync();
        await Field(owner, "Name of the draft").FillAsync("Spring");
        await owner.Button("Save in the draft").ClickAsync();
        await Tab(owner, "Drafts").ClickAsync();
        await owner.Button("Open Spring").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "What it changes" }).WaitForAsync();
        await owner.SeeAsync("Added");
        await owner.PictureAsync("journey draft");
        Assert.Empty(await owner.ViolationsAsync());
        await owner.Button("Backtest").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Start" }).ClickAsync();
        await owner.SeeAsync("1 of 1 payments would have been decided differently");
        await owner.SeeAsync("Done");
        await owner.PictureAsync("journey backtest");
        Assert.Empty(await owner.ViolationsAsync());
        await owner.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Payments that would have been decided differently" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await owner.SeeHeadingAsync("BEFORE");
        await Field(owner, "Amount").FillAsync("30");
        await owner.Page.GetByLabel("Decided by").SelectOptionAsync("Draft Spring");
        await owner.Button("Decide once more").ClickAsync();
        await owner.SeeAsync("The decision would have been the same.");
        await Field(owner, "Amount").FillAsync("50");
        await owner.Button("Decide once more").ClickAsync();
        await owner.SeeAsync("The decision would have been another one.");
        await owner.PictureAsync("journey what if");
        Assert.Empty(await owner.ViolationsAsync());
        await owner.GoToAsync("/policy?tab=drafts", "Policy");
        await owner.Button("Open Spring").ClickAsync();
        await owner.Button("Submit").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Submit" }).ClickAsync();
        await owner.SeeAsync("Waits for approval");

        await using var second = await Reader.OpenAsync(fixture);
        await second.JoinAsync(tenant, "Jonas Weber", "RISK_MANAGER");
        await second.GoToAsync("/policy?tab=drafts", "Policy");
        await second.Button("Open Spring").ClickAsync();
        await second.Button("Approve").ClickAsync();
        await second.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Approve" }).ClickAsync();
        await second.SeeAsync("Nobody is preparing a change");
        await tenant.PayAsync("AFTER", 50, paymentType: "CARD");
        Assert.Equal("REJECT", await tenant.DecisionOfAsync("AFTER"));
        Assert.All(owner.Complaints, complaint => Assert.Contains("status of 409", complaint, StringComparison.Ordinal));
        Assert.Empty(second.Complaints);
    }

    private static PageGetByLabelOptions Exactly { get; } = new() { Exact = true };

    private static ILocator Field(Reader reader, string label) => reader.Page.GetByLabel(label, Exactly);

    private static ILocator Condition(Reader reader, string rule) => reader.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = $"Condition of {rule}" });

    private static ILocator Tab(Reader reader, string name) => reader.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = name, Exact = true });

    private static Task PartAsync(Reader reader, string title)
        => reader.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Parts of the configuration" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = title }).ClickAsync();
}

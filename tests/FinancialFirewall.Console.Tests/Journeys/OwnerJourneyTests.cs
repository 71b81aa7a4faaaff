using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>What an owner does from the first link on.</summary>
[Collection(AccessCollection.Name)]
public sealed class OwnerJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Owner_FromTheSetUpLink_SeesAPaymentBlockedLiveAndWhy()
    {
        using var tenant = fixture.Firewall.First();
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.SetUpAsync(fixture.Firewall);
        await owner.SeeAsync("No payments in this span");
        Assert.DoesNotContain("ffo_", owner.Page.Url, StringComparison.Ordinal);

        await tenant.PayAsync("INV-1", 20m);
        await tenant.PayAsync("INV-2", 12_500m, Tenant.BlockedAccount);

        await Assertions.Expect(owner.Link("Value blocked")).ToContainTextAsync("EUR 12.5");
        await Assertions.Expect(owner.Link("Payments 2")).ToBeVisibleAsync();
        await owner.PictureAsync("journey blocked live");
        await owner.Link("Reject").ClickAsync();
        await owner.SeeHeadingAsync("Assessments");
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link)).ToHaveTextAsync(["INV-2"]);
        await owner.Link("INV-2").ClickAsync();
        await owner.SeeHeadingAsync("INV-2");
        await owner.SeeAsync("The payment was rejected");
        await owner.SeeAsync("EUR 12,500.00");
        await owner.PictureAsync("journey rejected and why");
        Assert.Empty(owner.Complaints);
    }

    [BrowserFact]
    public async Task Owner_WhoSwitchesTheCheckOff_HasTheVeryNextPaymentApproved()
    {
        using var tenant = await fixture.Firewall.OpenAsync("switching");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await tenant.PayAsync("ON-1", 20m, Tenant.BlockedAccount);
        Assert.Equal("REJECT", await tenant.DecisionOfAsync("ON-1"));

        await owner.GoToAsync("/toggles", "Toggles");
        await owner.Button("Switch off: Whole tenant").ClickAsync();
        await owner.Page.GetByLabel("Why").FillAsync("Maintenance of the engine");
        await owner.PictureAsync("journey switching off");
        await owner.Button("Switch off").ClickAsync();
        await owner.SeeAsync("By a toggle of its own: Maintenance of the engine");

        await tenant.PayAsync("OFF-1", 20m, Tenant.BlockedAccount);
        Assert.Equal("APPROVE", await tenant.DecisionOfAsync("OFF-1"));
        await owner.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Checker" }).ClickAsync();
        await owner.Page.GetByLabel("Payment type").FillAsync("SEPA_INSTANT");
        await owner.SeeAsync("Decided at the level whole tenant, by the toggle for every payment");
        await owner.GoToAsync("/assessments/ref:OFF-1", "OFF-1");
        await owner.SeeAsync("The fraud check was off for it");

        await owner.GoToAsync("/toggles", "Toggles");
        await owner.Button("Switch on: Whole tenant").ClickAsync();
        await owner.Button("Switch on").ClickAsync();
        await Assertions.Expect(owner.Button("Switch off: Whole tenant")).ToBeVisibleAsync();
        await tenant.PayAsync("ON-2", 20m, Tenant.BlockedAccount);
        Assert.Equal("REJECT", await tenant.DecisionOfAsync("ON-2"));
        Assert.Empty(owner.Complaints);
    }

    [BrowserFact]
    public async Task Owner_WhoSchedulesAToggle_SeesWhatIsWrongAndThenWhenItHolds()
    {
        using var tenant = await fixture.Firewall.OpenAsync("scheduling");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/toggles?tab=schedule", "Toggles");

        await owner.Button("New toggle").ClickAsync();
        await owner.Page.GetByLabel("Clearing system").FillAsync("TARGET2");
        await owner.Button("Create").ClickAsync();
        await Assertions.Expect(owner.Page.GetByLabel("Clearing system")).ToHaveAttributeAsync("aria-invalid", "true");
        await owner.Page.GetByLabel("Payment type").FillAsync("SEPA");
        await owner.Page.GetByLabel("Local instrument").FillAsync("INST");
        await owner.Page.GetByLabel("From", new PageGetByLabelOptions { Exact = true }).FillAsync("2199-03-02T10:00");
        await owner.SeeAsync("2199-03-02 09:00:00.000 UTC");
        await owner.PictureAsync("journey scheduling");
        await owner.Button("Create").ClickAsync();

        await Assertions.Expect(owner.Link("To come")).ToContainTextAsync("1");
        await owner.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "All toggles" }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "SEPA / INST / TARGET2" })).ToContainTextAsync("To come");
        Assert.All(owner.Complaints, complaint => Assert.Contains("status of 400", complaint, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Owner_WhoSchedulesAToggleForSoon_SeesItBeginByItselfAndDecide()
    {
        using var tenant = await fixture.Firewall.OpenAsync("beginning");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await tenant.PayAsync("BEFORE-IT", 20m, Tenant.BlockedAccount);
        Assert.Equal("REJECT", await tenant.DecisionOfAsync("BEFORE-IT"));
        await owner.GoToAsync("/toggles?tab=list", "Toggles");
        await owner.Button("New toggle").ClickAsync();
        await owner.Page.GetByLabel("Why").FillAsync("A window for maintenance");
        await owner.Page.GetByLabel("From", new PageGetByLabelOptions { Exact = true }).FillAsync(await InTheReadersZoneAsync(owner, seconds: 3));
        await owner.Button("Create").ClickAsync();
        var row = owner.Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "A window for maintenance" });
        await Assertions.Expect(row).ToContainTextAsync("In force");
        await owner.PictureAsync("journey toggle begun");
        await owner.Link("Off 1").WaitForAsync();

        await tenant.PayAsync("WITHIN-IT", 20m, Tenant.BlockedAccount);
        Assert.Equal("APPROVE", await tenant.DecisionOfAsync("WITHIN-IT"));
        Assert.Empty(owner.Complaints);
    }

    [BrowserFact]
    public async Task Owner_WhoMakesAKey_SeesItOnceAndTheLogHasIt()
    {
        using var tenant = await fixture.Firewall.OpenAsync("keys");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/keys", "API keys");

        await owner.Button("New key").ClickAsync();
        await owner.Page.GetByLabel("What it is for").FillAsync("Payment engine");
        await owner.Button("Make the key").ClickAsync();
        await owner.SeeAsync("It is shown this once");
        await Assertions.Expect(owner.Page.GetByText($"ff_{tenant.Id}_").Last).ToBeVisibleAsync();
        await owner.Button("I have kept it").ClickAsync();

        await owner.Button("Revoke Payment engine").ClickAsync();
        await owner.Button("Revoke").ClickAsync();
        await owner.SeeAsync("Revoked");
        await owner.GoToAsync("/audit?action=API_KEY_REVOKED", "Audit log");
        await owner.Button("API key revoked").ClickAsync();
        await owner.SeeAsync("What was changed");
        await owner.PictureAsync("journey audit entry");
        await owner.Button("Close the entry").ClickAsync();
        await owner.Button("Verify").ClickAsync();
        await owner.SeeAsync("The chain is whole");
        Assert.Empty(owner.Complaints);
    }

    /// <summary>A moment soon, as a field of the browser spells it.</summary>
    private static Task<string> InTheReadersZoneAsync(Reader reader, int seconds)
        => reader.Page.EvaluateAsync<string>("seconds => { const soon = new Date(Date.now() + seconds * 1000); return new Date(soon - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 19); }", seconds);
}

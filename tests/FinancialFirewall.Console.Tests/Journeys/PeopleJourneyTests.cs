using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>A colleague who is invited, given another role, seen where signed in, and locked out.</summary>
[Collection(AccessCollection.Name)]
public sealed class PeopleJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Owner_WhoInvitesAColleague_GivesRolesAndTakesThemAway()
    {
        using var tenant = await fixture.Firewall.OpenAsync("people");
        await using var owner = await Reader.OpenAsync(fixture);
        await using var colleague = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/people", "People");

        await owner.Button("Invite somebody").ClickAsync();
        await owner.Page.GetByLabel("Mail address").FillAsync("jean.dupont@example.com");
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Jean Dupont");
        await owner.Button("Make the link").ClickAsync();
        var link = await owner.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "The link for Jean Dupont" }).Locator("code").InnerTextAsync();
        await owner.PictureAsync("journey invitation");
        await owner.Button("I have handed it on").ClickAsync();
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "Jean Dupont" })).ToContainTextAsync("Invited");

        await colleague.Page.GotoAsync(link);
        await colleague.ChoosePasswordAsync("Set password");
        await colleague.SeeHeadingAsync("Dashboard");
        await Assertions.Expect(colleague.Link("People")).ToHaveCountAsync(0);

        await owner.GoToAsync("/people", "People");
        await owner.Button("Jean Dupont").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Sessions of Jean Dupont" }).WaitForAsync();
        await owner.PictureAsync("journey person");
        await owner.Button("Change").ClickAsync();
        await owner.Page.GetByLabel("Auditor: reads everything").CheckAsync();
        await owner.Button("Save").ClickAsync();
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Analyst, Auditor");
        await colleague.GoToAsync("/people", "People");

        await owner.Button("Lock out").ClickAsync();
        await owner.Page.GetByLabel("Why").FillAsync("Has left the bank.");
        await owner.Button("Lock out").ClickAsync();
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Has left the bank.");
        await colleague.Page.ReloadAsync();
        await colleague.SeeHeadingAsync("Sign in");
        Assert.Empty(owner.Complaints);
    }
}

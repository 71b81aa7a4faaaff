using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>A configuration that is written, compared with what was before, and taken back.</summary>
[Collection(ConsoleCollection.Name)]
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
        await owner.Page.GetByLabel("Configuration", new PageGetByLabelOptions { Exact = true }).FillAsync("""{ "configurationName": "Night payments", "priority": 0 }""");
        await owner.Button("Create").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Listitem).First.WaitForAsync();
        await owner.PictureAsync("journey configuration refused");
        await owner.Page.GetByLabel("Configuration", new PageGetByLabelOptions { Exact = true }).FillAsync("""{ "configurationName": "Night payments", "priority": 7 }""");
        await owner.Button("Create").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Night payments" }).WaitForAsync();

        await owner.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Versions" }).ClickAsync();
        await owner.Button("What changed in version 2").ClickAsync();
        await owner.SeeAsync("Added");
        await owner.PictureAsync("journey comparison");
        await owner.Button("Close the comparison").ClickAsync();
        await owner.Button("Bring back version 1").ClickAsync();
        await owner.Button("Bring it back").ClickAsync();
        await owner.SeeAsync("Brought back version 1");
        Assert.All(owner.Complaints, complaint => Assert.Contains("status of 400", complaint, StringComparison.Ordinal));
    }
}

using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Payments that somebody looks for, comes back to, and takes along.</summary>
[Collection(AccessCollection.Name)]
public sealed class SearchJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Analyst_WhoLooksForPayments_KeepsTheViewExportsItAndFindsOneByItsReference()
    {
        using var tenant = await fixture.Firewall.OpenAsync("searching");
        await using var analyst = await Reader.OpenAsync(fixture);
        await analyst.JoinAsync(tenant, "Jean Dupont", "ANALYST");
        await tenant.PayAsync("S-1", 20m);
        await tenant.PayAsync("S-2", 25m, Tenant.BlockedAccount);
        await tenant.PayAsync("S-3", 12_500m);
        await analyst.GoToAsync("/assessments", "Assessments");
        var found = analyst.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Assessments" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(found).ToHaveTextAsync(["S-3", "S-2", "S-1"]);

        await analyst.Button("Reject").ClickAsync();
        await Assertions.Expect(found).ToHaveTextAsync(["S-2"]);
        Assert.EndsWith("/assessments?decision=REJECT", analyst.Page.Url, StringComparison.Ordinal);
        await analyst.Button("Views").ClickAsync();
        await ChooseAsync("Keep this view …");
        await analyst.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Blocked");
        await analyst.Button("Keep it").ClickAsync();
        await analyst.GoToAsync("/assessments", "Assessments");
        await analyst.Button("Views").ClickAsync();
        await ChooseAsync("Blocked");
        await Assertions.Expect(found).ToHaveTextAsync(["S-2"]);
        await analyst.PictureAsync("journey kept view");

        var file = await analyst.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await analyst.Button("Export").ClickAsync();
            await ChooseAsync("CSV, for spreadsheets");
        });
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("id,transactionReference,assessedAt,amount,currency,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",S-2,", lines[1], StringComparison.Ordinal);
        Assert.Contains($",25,EUR,{Tenant.BlockedAccount},", lines[1], StringComparison.Ordinal);

        await analyst.Page.Keyboard.PressAsync("Control+k");
        await analyst.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).FillAsync("S-3");
        await analyst.Page.Keyboard.PressAsync("Enter");
        await analyst.SeeHeadingAsync("S-3");
        await analyst.SeeAsync("The payment was");
        Assert.Empty(analyst.Complaints);

        Task ChooseAsync(string item) => analyst.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = item, Exact = true }).ClickAsync();
    }
}

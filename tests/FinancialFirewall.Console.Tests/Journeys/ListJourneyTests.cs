using System.Text;
using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>A list that is made, filled by hand and from a file, searched, and decides payments meanwhile.</summary>
[Collection(PolicyCollection.Name)]
public sealed class ListJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Owner_WhoKeepsABlockList_SeesItDecideTheVeryNextPayment()
    {
        using var tenant = await fixture.Firewall.OpenAsync("listing");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/lists", "Lists");

        await owner.Button("New list").ClickAsync();
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("mule-accounts");
        await owner.Page.GetByLabel("The member of the payment").FillAsync("fromAccountNumber");
        await owner.Button("Create").ClickAsync();
        await owner.SeeHeadingAsync("mule-accounts");
        await owner.SeeAsync("Nothing is on this list yet");

        await owner.Button("Add entries").First.ClickAsync();
        await owner.Page.GetByLabel("From account number, one a line").FillAsync("MULE-1");
        await owner.Page.GetByLabel("Why").FillAsync("Reported by a customer.");
        await owner.Button("Add").ClickAsync();
        await owner.SeeAsync("Reported by a customer.");
        await tenant.PayAsync("LIST-1", 20, "MULE-1");
        Assert.Equal("REJECT", await tenant.DecisionOfAsync("LIST-1"));

        await owner.Button("Remove MULE-1").ClickAsync();
        await owner.SeeAsync("MULE-1 is off the list.");
        await tenant.PayAsync("LIST-2", 20, "MULE-1");
        Assert.NotEqual("REJECT", await tenant.DecisionOfAsync("LIST-2"));
        await owner.PictureAsync("journey entry removed");
        await owner.Button("Undo").ClickAsync();
        await owner.SeeAsync("Reported by a customer.");

        await ImportAsync(owner, "value,reason\nMULE-2,from the police\n,nothing\n");
        await owner.SeeAsync("One line is no entry");
        await owner.PictureAsync("journey import refused");
        await owner.Button("Choose another file").ClickAsync();
        await SendAsync(owner, "value,reason\nMULE-2,from the police\nMULE-3,from the police\n");
        await owner.SeeAsync("All 2 lines are entries");
        await owner.Button("Import").ClickAsync();
        await owner.SeeAsync("it holds for the very next payment");
        await owner.PictureAsync("journey import done");
        await owner.Button("Close").ClickAsync();

        await owner.Page.GetByLabel("Begins with").FillAsync("MULE-3");
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Entries of mule-accounts" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        Assert.EndsWith("?prefix=MULE-3", owner.Page.Url, StringComparison.Ordinal);
        Assert.All(owner.Complaints, complaint => Assert.Contains("status of 400", complaint, StringComparison.Ordinal));
    }

    private static async Task ImportAsync(Reader owner, string table)
    {
        await owner.Button("Import a file").ClickAsync();
        await SendAsync(owner, table);
    }

    private static async Task SendAsync(Reader owner, string table)
    {
        await owner.Page.GetByLabel("File", new PageGetByLabelOptions { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "mules.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await owner.Button("Check the file").ClickAsync();
    }
}

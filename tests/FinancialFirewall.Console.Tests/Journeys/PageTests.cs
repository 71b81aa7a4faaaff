using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Every page, in every look: nothing that shuts anybody out, nothing that the browser complains about, nothing wider than a phone.</summary>
[Collection(PageCollection.Name)]
public sealed class PageTests(ConsoleFixture fixture)
{
    private static readonly IReadOnlyList<Look> One = [Look.Light];

    /// <summary>Which pages are looked at, those that differ by their data alone in one look.</summary>
    private static readonly (string Path, string Title, IReadOnlyList<Look> Looks)[] Pages =
    [
        ("/", "Dashboard", Look.All),
        ("/?span=24h", "Dashboard", One),
        ("/assessments", "Assessments", Look.All),
        ("/assessments?decision=REJECT&live=1", "Assessments", Look.All),
        ("/assessments?account=NOBODY", "Assessments", One),
        ("/assessments/ref:PAGE-3", "PAGE-3", Look.All),
        ("/assessments/ref:NOTHING", "Assessment", One),
        ("/reviews", "Reviews", Look.All),
        ("/reviews?queue=CRITICAL", "Reviews", One),
        ("/toggles", "Toggles", Look.All),
        ("/toggles?tab=list", "Toggles", Look.All),
        ("/toggles?tab=check&type=SEPA", "Toggles", One),
        ("/toggles?tab=schedule", "Toggles", Look.All),
        ("/policy", "Policy", Look.All),
        ("/policy?tab=versions", "Policy", Look.All),
        ("/policy?tab=drafts", "Policy", One),
        ("/policy?tab=backtests", "Policy", One),
        ("/lists", "Lists", Look.All),
        ("/lists/sanctionedNames", "sanctionedNames", Look.All),
        ("/lists/sanctionedNames?prefix=nobody", "sanctionedNames", One),
        ("/audit", "Audit log", Look.All),
        ("/people", "People", Look.All),
        ("/keys", "API keys", Look.All),
        ("/tenant", "Tenant", One),
        ("/account", "Your account", Look.All),
    ];

    [BrowserFact]
    public async Task Pages_InEveryLook_ShutNobodyOut()
    {
        using var tenant = await fixture.Firewall.OpenAsync("pages");
        await using var owner = await Reader.OpenAsync(fixture);
        var audit = await PageAudit.OpenAsync(owner);
        await owner.Page.GotoAsync("/");
        await owner.SeeHeadingAsync("Sign in");
        await audit.LookAsync("sign in", Look.All);
        await owner.JoinAsOwnerAsync(tenant);
        await PayAsync(tenant);
        await owner.GoToAsync("/account", "Your account");

        foreach (var (path, title, looks) in Pages)
        {
            await owner.GoOnToAsync(path, title);
            await audit.LookAsync(path, looks);
        }

        await LookAtWhatOpensAsync(owner, audit);
        Assert.True(audit.Findings.Count == 0, string.Join('\n', audit.Findings));
        Assert.Empty(owner.Complaints);
    }

    [BrowserFact]
    public async Task Trials_InEveryLook_ShutNobodyOut()
    {
        using var tenant = await fixture.Firewall.OpenAsync("trials");
        await using var owner = await Reader.OpenAsync(fixture);
        var audit = await PageAudit.OpenAsync(owner);
        await owner.JoinAsOwnerAsync(tenant);
        await PayAsync(tenant);
        var draft = await tenant.DraftAsync("Card limits", 300);
        var backtest = await tenant.BacktestAsync(draft);

        await owner.GoToAsync($"/policy?tab=drafts&draft={draft}", "Policy");
        await owner.SeeAsync("Card limit");
        await audit.LookAsync("a draft", Look.All);
        await owner.GoOnToAsync($"/policy?tab=backtests&backtest={backtest}", "Policy");
        await owner.SeeAsync("of 24 payments would have been decided differently");
        await audit.LookAsync("a backtest", Look.All);
        await owner.GoOnToAsync("/policy?tab=backtests", "Policy");
        await audit.LookAsync("backtests", Look.All);
        await owner.GoOnToAsync("/assessments/ref:PAGE-7", "PAGE-7");
        await owner.Page.GetByLabel("Change a threshold").SelectOptionAsync("Reject from");
        await owner.Page.GetByLabel("Reject from", new PageGetByLabelOptions { Exact = true }).FillAsync("0");
        await owner.Button("Decide once more").ClickAsync();
        await owner.SeeAsync("The decision would have been another one.");
        await audit.LookAsync("what if", Look.All);
        await owner.GoOnToAsync("/policy", "Policy");
        await owner.Button("New configuration").ClickAsync();
        await owner.Button("Try on recent payments").ClickAsync();
        await owner.SeeAsync("of 24 payments would have been decided differently");
        await audit.LookAsync("preview", Look.All);

        Assert.True(audit.Findings.Count == 0, string.Join('\n', audit.Findings));
        Assert.Empty(owner.Complaints);
    }

    private static async Task LookAtWhatOpensAsync(Reader owner, PageAudit audit)
    {
        await owner.GoOnToAsync("/", "Dashboard");
        await owner.Button("Help").ClickAsync();
        await owner.SeeAsync("Read on");
        await audit.LookAsync("help", Look.All);
        await owner.Button("Take the tour").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Your pages" }).WaitForAsync();
        await audit.LookAsync("tour", Look.All);
        await owner.Page.Keyboard.PressAsync("Escape");
        await owner.Page.Keyboard.PressAsync("Control+k");
        await owner.Page.GetByRole(AriaRole.Combobox).FillAsync("toggles");
        await audit.LookAsync("command palette", Look.All);
        await owner.Page.Keyboard.PressAsync("Enter");
        await owner.SeeHeadingAsync("Toggles");
        await owner.Page.Keyboard.PressAsync("?");
        await owner.SeeAsync("This list");
        await audit.LookAsync("shortcuts", Look.All);
    }

    private static async Task PayAsync(Tenant tenant)
    {
        foreach (var number in Enumerable.Range(1, 24))
        {
            await tenant.PayAsync($"PAGE-{number}", 90m + (number * 37 % 400), number % 6 == 3 ? Tenant.BlockedAccount : "DE89370400440532013000", number % 2 == 0 ? "SEPA" : "CARD");
        }
    }
}

using System.Text.Json;
using FinancialFirewall.Console.Tests.Building;
using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Every page, in every look: nothing that shuts anybody out, nothing that the browser complains about, nothing wider than a phone.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PageTests(ConsoleFixture fixture)
{
    /// <summary>Which pages are looked at; those that differ by their data alone in one look.</summary>
    private static readonly (string Path, string Title)[] Pages =
    [
        ("/", "Dashboard"),
        ("/?span=24h", "Dashboard"),
        ("/assessments", "Assessments"),
        ("/assessments?decision=REJECT&live=1", "Assessments"),
        ("/assessments?account=NOBODY", "Assessments"),
        ("/assessments/ref:PAGE-3", "PAGE-3"),
        ("/assessments/ref:NOTHING", "Assessment"),
        ("/reviews", "Reviews"),
        ("/reviews?queue=CRITICAL", "Reviews"),
        ("/toggles", "Toggles"),
        ("/toggles?tab=list", "Toggles"),
        ("/toggles?tab=check&type=SEPA", "Toggles"),
        ("/toggles?tab=schedule", "Toggles"),
        ("/policy", "Policy"),
        ("/policy?tab=versions", "Policy"),
        ("/policy?tab=drafts", "Policy"),
        ("/lists", "Lists"),
        ("/lists/sanctionedNames", "sanctionedNames"),
        ("/lists/sanctionedNames?prefix=nobody", "sanctionedNames"),
        ("/audit", "Audit log"),
        ("/people", "People"),
        ("/keys", "API keys"),
        ("/tenant", "Tenant"),
        ("/account", "Your account"),
    ];

    private static readonly string[] OfOneLook = ["/?span=24h", "/assessments?account=NOBODY", "/assessments/ref:NOTHING", "/reviews?queue=CRITICAL", "/toggles?tab=check&type=SEPA", "/policy?tab=drafts", "/lists/sanctionedNames?prefix=nobody", "/tenant"];

    [BrowserTheory]
    [InlineData(ColorScheme.Light, false)]
    [InlineData(ColorScheme.Dark, false)]
    [InlineData(ColorScheme.Light, true)]
    public async Task Pages_InEveryLook_ShutNobodyOut(ColorScheme scheme, bool isPhone)
    {
        using var tenant = await fixture.Firewall.OpenAsync($"pages-{scheme}-{isPhone}".ToLowerInvariant());
        await using var owner = await Reader.OpenAsync(fixture, scheme, isPhone);
        var axe = await File.ReadAllTextAsync(Path.Combine(ConsoleFolder.Root, "node_modules", "axe-core", "axe.min.js"));
        var rules = RulesOf(scheme, isPhone);
        var violations = new List<string>();
        await owner.Page.GotoAsync("/");
        await owner.SeeHeadingAsync("Sign in");
        await CheckAsync("sign in");
        await owner.JoinAsOwnerAsync(tenant);
        foreach (var number in Enumerable.Range(1, 24))
        {
            await tenant.PayAsync($"PAGE-{number}", 90m + (number * 37 % 400), number % 6 == 3 ? Tenant.BlockedAccount : "DE89370400440532013000", number % 2 == 0 ? "SEPA" : "CARD");
        }

        foreach (var (path, title) in scheme == ColorScheme.Light && !isPhone ? Pages : Pages.Where(page => !OfOneLook.Contains(page.Path)))
        {
            await owner.GoToAsync(path, title);
            await CheckAsync(path);
        }

        await owner.GoToAsync("/", "Dashboard");
        await owner.Button("Help").ClickAsync();
        await owner.SeeAsync("Read on");
        await CheckAsync("help");
        await owner.Button("Close help").ClickAsync();
        await owner.Page.Keyboard.PressAsync("Control+k");
        await owner.Page.GetByRole(AriaRole.Combobox).FillAsync("toggles");
        await CheckAsync("command palette");
        await owner.Page.Keyboard.PressAsync("Enter");
        await owner.SeeHeadingAsync("Toggles");
        await owner.Page.Keyboard.PressAsync("?");
        await owner.SeeAsync("This list");
        await CheckAsync("shortcuts");

        Assert.True(violations.Count == 0, string.Join('\n', violations));
        Assert.Empty(owner.Complaints);

        async Task CheckAsync(string name)
        {
            await owner.PictureAsync($"{(isPhone ? "phone" : "desktop")} {scheme} {name}");
            await owner.Page.EvaluateAsync(axe);
            var found = await owner.Page.EvaluateAsync<JsonElement>("async rules => (await axe.run(document, rules)).violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)", rules);
            violations.AddRange(found.EnumerateArray().Select(one => $"{name}: {one.GetString()}"));
            if (await owner.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") is > 0 and var tooWide)
            {
                violations.Add($"{name}: {tooWide} pixels wider than the screen");
            }
        }
    }

    /// <summary>What a scheme does not change is looked at in one of them, and colours, which take the longest, not again on a phone.</summary>
    private static object RulesOf(ColorScheme scheme, bool isPhone) => scheme == ColorScheme.Dark
        ? new { runOnly = new[] { "color-contrast" } }
        : new { rules = new Dictionary<string, object>(StringComparer.Ordinal) { ["color-contrast"] = new { enabled = !isPhone } } };
}

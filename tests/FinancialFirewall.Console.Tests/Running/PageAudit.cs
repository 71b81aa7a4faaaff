using System.Text.Json;
using FinancialFirewall.Console.Tests.Building;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>Looks at what a reader sees for what shuts somebody out, and keeps pictures of it.</summary>
internal sealed class PageAudit
{
    private readonly Reader reader;
    private readonly string axe;
    private readonly List<string> findings = [];

    private PageAudit(Reader reader, string axe) => (this.reader, this.axe) = (reader, axe);

    /// <summary>What was found, each in a line.</summary>
    public IReadOnlyList<string> Findings => findings;

    public static async Task<PageAudit> OpenAsync(Reader reader)
        => new(reader, await File.ReadAllTextAsync(Path.Combine(ConsoleFolder.Root, "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Looks at what is there now, in each of these looks, without loading it anew.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="looks">The looks.</param>
    public async Task LookAsync(string name, IEnumerable<Look> looks)
    {
        if (!await reader.Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await reader.Page.EvaluateAsync(axe);
        }

        foreach (var look in looks)
        {
            await reader.WearAsync(look);
            await reader.PictureAsync($"{look.Name} {name}");
            await CheckAsync($"{name}, {look.Name}", look);
        }
    }

    private async Task CheckAsync(string where, Look look)
    {
        var found = await reader.Page.EvaluateAsync<JsonElement>(
            "async rules => (await axe.run(document, rules)).violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)", look.Rules);
        findings.AddRange(found.EnumerateArray().Select(one => $"{where}: {one.GetString()}"));
        if (await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") is > 0 and var tooWide)
        {
            findings.Add($"{where}: {tooWide} pixels wider than the screen");
        }
    }
}

using FinancialFirewall.Console.Tests.Building;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The built console, a firewall that serves it, and a browser.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    private Firewall? firewall;

    /// <summary>A firewall that all journeys share.</summary>
    internal Firewall Firewall => firewall ?? throw new InvalidOperationException("The firewall is not running.");

    internal IBrowser Browser => browser ?? throw new InvalidOperationException("The browser is not running.");

    public async Task InitializeAsync()
    {
        if (BrowserProgram.Missing is not null)
        {
            return;
        }

        await NodeTools.EnsureBuiltAsync();
        ConsoleFolder.PutBesideTheProgram();
        firewall = await Firewall.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserProgram.Path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
        await (firewall?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

using FinancialFirewall.Console.Tests.Building;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The built console, a firewall that serves it, and a browser: made for the first who needs them, shared by all who come, ended with the last who leaves.</summary>
internal sealed class Stage
{
    private static readonly SemaphoreSlim Door = new(1);
    private static Stage? open;
    private static int users;

    private readonly IPlaywright playwright;

    private Stage(Firewall firewall, IPlaywright playwright, IBrowser browser) => (Firewall, this.playwright, Browser) = (firewall, playwright, browser);

    public Firewall Firewall { get; }

    public IBrowser Browser { get; }

    /// <summary>Comes in.</summary>
    public static async Task<Stage> EnterAsync()
    {
        await Door.WaitAsync();
        try
        {
            open ??= await OpenAsync();
            users++;
            return open;
        }
        finally
        {
            Door.Release();
        }
    }

    /// <summary>Leaves.</summary>
    public static async Task LeaveAsync()
    {
        await Door.WaitAsync();
        try
        {
            if (--users == 0 && open is { } last)
            {
                open = null;
                await last.CloseAsync();
            }
        }
        finally
        {
            Door.Release();
        }
    }

    private static async Task<Stage> OpenAsync()
    {
        await NodeTools.EnsureBuiltAsync();
        ConsoleFolder.PutBesideTheProgram();
        var starting = Firewall.StartAsync();
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserProgram.Path, Args = ["--no-sandbox"] });
        return new Stage(await starting, driver, chromium);
    }

    private async Task CloseAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
        await Firewall.DisposeAsync();
    }
}

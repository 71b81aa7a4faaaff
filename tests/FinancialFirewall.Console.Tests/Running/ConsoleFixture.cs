using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>What a group of journeys needs: a firewall that serves the console, and a browser.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private Stage? stage;

    /// <summary>A firewall that all journeys share.</summary>
    internal Firewall Firewall => Entered.Firewall;

    internal IBrowser Browser => Entered.Browser;

    private Stage Entered => stage ?? throw new InvalidOperationException("The firewall and the browser are not running.");

    public async Task InitializeAsync() => stage = BrowserProgram.Missing is null ? await Stage.EnterAsync() : null;

    public Task DisposeAsync() => stage is null ? Task.CompletedTask : Stage.LeaveAsync();
}

using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FinancialFirewall.Host.Simulating;

/// <summary>Shows a live run: tables that change in place on a terminal, a line now and then elsewhere.</summary>
internal static class LiveView
{
    private static readonly TimeSpan ViewInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    /// <summary>Shows it until it has ended, however it ends.</summary>
    public static async Task ShowAsync(Task running, LiveTally tally, LiveOptions live)
    {
        if (AnsiConsole.Profile.Out.IsTerminal)
        {
            await AnsiConsole.Live(Render(tally.Look(), live)).StartAsync(context => FollowAsync(running, ViewInterval, () => context.UpdateTarget(Render(tally.Look(), live))));
        }
        else
        {
            await FollowAsync(running, LineInterval, () => Console.WriteLine(Line(tally.Look())));
        }
    }

    /// <summary>Everything on one line.</summary>
    public static string Line(LiveFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figures.Answered:N0} answered, {figures.Rate:N0}/s, {figures.Waiting:N0} waiting, {figures.Refused:N0} refused; p50 {Ms(figures.Latencies[0])}, p95 {Ms(figures.Latencies[1])}, p99 {Ms(figures.Latencies[2])}; {string.Join(", ", figures.Decisions.Select(decision => $"{decision.Key} {decision.Value:N0}"))}{(figures.Problem is null ? "" : $"; {figures.Problem}")}");

    /// <summary>Everything as tables.</summary>
    public static IRenderable Render(LiveFigures figures, LiveOptions live)
    {
        var head = new Table().Border(TableBorder.Rounded).Title(Markup.Escape($"{live.Firewall.Address}, {live.Rate:N0} payments a second"))
            .AddColumns("Answered", "A second", "Waiting", "Refused", "p50", "p95", "p99")
            .AddRow(Number(figures.Answered), Number((long)figures.Rate), Number(figures.Waiting), Number(figures.Refused), Ms(figures.Latencies[0]), Ms(figures.Latencies[1]), Ms(figures.Latencies[2]));
        var decisions = new BreakdownChart().Width(70);
        foreach (var (name, count) in figures.Decisions)
        {
            decisions.AddItem(name, count, Colour(name));
        }

        var fraud = new Table().Border(TableBorder.Simple).AddColumn("Fraud").AddColumn(new TableColumn("Payments").RightAligned()).AddColumn(new TableColumn("Not approved").RightAligned());
        foreach (var (name, payments, flagged) in figures.Scenarios)
        {
            fraud.AddRow(Markup.Escape(name), Number(payments), Number(flagged));
        }

        return new Rows(head, decisions, fraud, new Text(figures.Problem ?? "Ctrl+C ends it."));
    }

    private static async Task FollowAsync(Task running, TimeSpan interval, Action show)
    {
        using var timer = new PeriodicTimer(interval);
        var tick = timer.WaitForNextTickAsync().AsTask();
        while (await Task.WhenAny(running, tick) != running)
        {
            show();
            tick = timer.WaitForNextTickAsync().AsTask();
        }

        show();
    }

    private static Color Colour(string decision) => decision switch
    {
        "APPROVE" => Color.Green,
        "MANUAL_REVIEW" => Color.Yellow,
        "HOLD" => Color.Orange1,
        "ESCALATE" => Color.Magenta1,
        _ => Color.Red,
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
}

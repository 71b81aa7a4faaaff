using System.Globalization;
using Spectre.Console;

namespace FinancialFirewall.Host.Assessing;

/// <summary>Shows how far an assessment is: a bar on a terminal, a line now and then elsewhere, on standard error.</summary>
internal static class ProgressReport
{
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    /// <summary>Shows progress until <paramref name="running"/> has ended, however it ends.</summary>
    public static async Task ShowAsync(Task running, AssessmentSummary summary, InputProgress progress)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!console.Profile.Out.IsTerminal)
        {
            await FollowAsync(running, LineInterval, () => Console.Error.WriteLine(Describe(summary, progress)));
            return;
        }

        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Assessing", maxValue: Math.Max(1, progress.TotalBytes ?? 1));
                bar.IsIndeterminate = progress.TotalBytes is null;
                await FollowAsync(running, BarInterval, () =>
                {
                    bar.Value = progress.ReadBytes;
                    bar.Description = Describe(summary, progress);
                });
            });
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
    }

    private static string Describe(AssessmentSummary summary, InputProgress progress)
    {
        var percent = progress.TotalBytes is > 0 and var total ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * progress.ReadBytes / total:0} %, ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{percent}{summary.Answered + summary.Refused:N0} payments, {summary.Rate:N0}/s");
    }
}

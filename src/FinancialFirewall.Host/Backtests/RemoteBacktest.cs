using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Backtests;

/// <summary>Starts a backtest in a firewall that is running, follows it, and prints what it found.</summary>
internal sealed class RemoteBacktest(HttpClient client)
{
    private const string Path = "/api/v1/policy/backtests";
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="CommandFailedException">It was refused.</exception>
    public async Task<ExitCode> RunAsync(BacktestOptions options, CancellationToken interrupted)
    {
        using var content = new ByteArrayContent(options.Request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var started = await SendAsync(HttpMethod.Post, Path, content, HttpStatusCode.Accepted, interrupted);
        var address = $"{Path}/{started.GetProperty("id").GetString()}";
        JsonElement backtest;
        try
        {
            backtest = await FollowAsync(address, interrupted);
        }
        catch (OperationCanceledException)
        {
            await SendAsync(HttpMethod.Delete, address, content: null, HttpStatusCode.OK, CancellationToken.None);
            throw;
        }

        if (options.PrintsJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(backtest));
        }
        else
        {
            BacktestText.Write(Console.Out, backtest);
        }

        return backtest.GetProperty("status").GetString() == "DONE" ? ExitCode.Done : ExitCode.InputRefused;
    }

    private async Task<JsonElement> FollowAsync(string address, CancellationToken interrupted)
    {
        var bar = new PercentBar(Console.Error);
        while (true)
        {
            var backtest = await SendAsync(HttpMethod.Get, address, content: null, HttpStatusCode.OK, interrupted);
            var progress = backtest.GetProperty("progress");
            bar.Show(progress.GetProperty("read").GetInt64(), progress.GetProperty("records").GetInt64());
            if (backtest.GetProperty("status").GetString() != "RUNNING")
            {
                return backtest;
            }

            await Task.Delay(Period, interrupted);
        }
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, HttpStatusCode expected, CancellationToken interrupted)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await client.SendAsync(request, interrupted);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(interrupted));
        return response.StatusCode == expected ? answer : throw new CommandFailedException(ExitCode.InputRefused, [.. Refusals(answer)]);
    }

    private static IEnumerable<string> Refusals(JsonElement problem)
        => problem.GetProperty("errors").EnumerateArray().Select(static error => string.Create(
            CultureInfo.InvariantCulture, $"{error.GetProperty("member").GetString()}: {error.GetProperty("message").GetString()} ({error.GetProperty("code").GetString()})").TrimStart(':', ' '));
}

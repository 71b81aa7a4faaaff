using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Remote;

namespace FinancialFirewall.Host.Backtests;

/// <summary><c>firewall backtest</c>.</summary>
internal static class BacktestCommand
{
    private const string Lesson = """
        Has a policy decide the payments of a stored period again, in a firewall that is running, and says what it would have decided otherwise. Nothing that was
        decided changes. Exactly one of --draft, --version and --policy says what is tested.

        Lists, toggles and rates that the policy leaves as they are count as they were when each payment was decided; with --as-of policy, as they are in it.

        Examples:
          firewall backtest --draft c962c498-c193-169c-ebf4-409709f3f7ee
          firewall backtest --policy stricter.json --from 2026-10-01T00:00:00Z --until 2026-11-01T00:00:00Z
          firewall backtest --version 12 --json > report.json

        Interrupted, it cancels the backtest. Exit codes: 0 it came to its end; 1 it was refused, or ended before.
        """;

    public static Command Build()
    {
        var draft = new Option<Guid?>("--draft") { Description = "A draft, by its id." };
        var version = new Option<int?>("--version") { Description = "A policy version, by its number." };
        var policy = new Option<FileInfo?>("--policy") { Description = "A policy file." };
        var from = new Option<DateTimeOffset?>("--from") { Description = "The first moment of the period; 7 days before its end unless stated." };
        var until = new Option<DateTimeOffset?>("--until") { Description = "The end of the period, which is not in it; now unless stated." };
        var asOf = new Option<string>("--as-of") { Description = "As of when counts what the policy leaves as it is.", DefaultValueFactory = static _ => "payment" };
        asOf.AcceptOnlyFromAmong("payment", "policy");
        var samples = new Option<int>("--samples") { Description = "How many payments of each change are shown, 0 to 20.", DefaultValueFactory = static _ => 5 };
        var json = new Option<bool>("--json") { Description = "Prints the whole backtest as JSON." };
        var remote = new RemoteOptions($"The firewall to ask; {RemoteOptions.LocalServer} unless stated.");
        var command = new LessonCommand("backtest", "Says what another policy would have decided over a stored period.", Lesson) { draft, version, policy, from, until, asOf, samples, json };
        remote.AddTo(command);
        return command.WithAction(async (parsed, interrupted) =>
        {
            var request = new JsonObject { ["asOf"] = parsed.GetRequiredValue(asOf).ToUpperInvariant(), ["samples"] = parsed.GetValue(samples) };
            Set(request, "draft", parsed.GetValue(draft)?.ToString("D"));
            Set(request, "version", parsed.GetValue(version));
            Set(request, "policy", parsed.GetValue(policy) is { } file ? await ReadAsync(file.FullName, interrupted) : null);
            Set(request, "from", Text(parsed.GetValue(from)));
            Set(request, "to", Text(parsed.GetValue(until)));
            var options = new BacktestOptions(Encoding.UTF8.GetBytes(request.ToJsonString()), parsed.GetValue(json));
            using var client = await remote.Find(parsed, RemoteOptions.LocalServer)!.ConnectAsync(interrupted);
            return await new RemoteBacktest(client).RunAsync(options, interrupted);
        });
    }

    private static async Task<JsonNode?> ReadAsync(string path, CancellationToken interrupted)
    {
        try
        {
            return JsonNode.Parse((await PolicyFileText.ReadAsync(path, interrupted)).Span);
        }
        catch (JsonException problem)
        {
            throw new CommandFailedException(ExitCode.InputRefused, $"'{path}' is no JSON: {problem.Message}");
        }
    }

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static void Set(JsonObject request, string member, JsonNode? value)
    {
        if (value is not null)
        {
            request[member] = value;
        }
    }
}

using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.DataDirectories;

/// <summary>What a released version wrote is read by every later one: directories made by <c>Data/directories/make</c>, with what was answered then.</summary>
[Collection(ProcessCollection.Name)]
public sealed class KeptDirectoryTests
{
    /// <summary>The key that every kept directory is encrypted with.</summary>
    private const string MasterKey = "c2FtcGxlIGtleSBvZiBkaXJlY3RvcmllcyBrZXB0ISE=";

    private const int Payments = 180;

    private static readonly string Kept = Path.Combine(AppContext.BaseDirectory, "Data", "directories");

    public static TheoryData<string> Names() => [.. Directory.GetFiles(Kept, "*.tar.gz").Select(file => Path.GetFileName(file)[..^".tar.gz".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Run_OnADirectoryOfAReleasedVersion_StillSaysWhatWasAnswered(string name)
    {
        using var directory = new TemporaryDirectory();
        await UnpackAsync(name, Path.GetDirectoryName(directory.Data)!);
        var answered = await AnswersAsync(name);
        Assert.Equal(Payments, answered.Count);

        var whole = await FirewallProgram.RunWithKeyAsync(MasterKey, "verify", directory.Data);
        Assert.True(whole.ExitCode == 0, whole.ToString());
        Assert.Matches(@"tenant demo: 18\d records", whole.Output);

        await using var server = await ServerProcess.StartWithKeyAsync(MasterKey, directory.Data);
        var key = (await File.ReadAllTextAsync(directory.File("data/demo.key"))).Trim();
        await CheckSaidAsync(name, server.Address, key);
        using var connection = await BatchConnection.OpenAsync(server.Address, key);
        await connection.SendAsync(string.Concat(Enumerable.Range(1, Payments).Select(number => Payment(number) + "\n")) + Payment(Payments + 1) + "\n");
        await connection.EndAsync();
        var answers = await connection.ReadLinesAsync(Payments + 1);

        Assert.Equal(Payments + 1, answers.Count);
        Assert.Equal(answered.Select(answer => (answer, true)), answers.Take(Payments).Select(Answer.Parse));
        var (next, isDuplicate) = Answer.Parse(answers[^1]);
        Assert.False(isDuplicate);
        Assert.Contains("\"highAmount\"", next.Factors, StringComparison.Ordinal);
    }

    /// <summary>Histories are as they were left: an hour after the last payment, the next one still finds the others in the windows of a day and of a week.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Assess_OnADirectoryOfAReleasedVersionAnHourLater_CountsWhatWasDecidedThen(string name)
    {
        using var directory = new TemporaryDirectory();
        await UnpackAsync(name, Path.GetDirectoryName(directory.Data)!);
        var latest = (await AnswersAsync(name)).Max(static answer => TimeOf(answer.Id));

        await using var server = await ServerAtTime.StartAsync(MasterKey, directory.Data, latest.AddHours(1));
        using var connection = await BatchConnection.OpenAsync(server.Address, (await File.ReadAllTextAsync(directory.File("data/demo.key"))).Trim());
        await connection.SendAsync(Payment(Payments + 1) + "\n");
        await connection.EndAsync();

        var (next, isDuplicate) = Answer.Parse(Assert.Single(await connection.ReadLinesAsync(1)));
        Assert.False(isDuplicate);
        Assert.Equal("""["highAmount","highDailyFrequency","highDailyAmount","highWeeklyAmount"]""", next.Factors);
    }

    private static DateTimeOffset TimeOf(string id)
        => AssessmentId.TryParse(id, out var parsed)
            ? DateTimeOffset.FromUnixTimeMilliseconds(parsed.AssessedAtMs.UnixMicroseconds / 1_000)
            : throw new InvalidOperationException($"'{id}' is no assessment's id.");

    /// <summary>Whatever was said when somebody asked is said again; members may have been added to it since.</summary>
    private static async Task CheckSaidAsync(string name, Uri address, string key)
    {
        var said = Path.Combine(Kept, name + ".said.txt");
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var line in File.Exists(said) ? await File.ReadAllLinesAsync(said) : [])
        {
            var (path, then) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], JsonNode.Parse(line[line.IndexOf(' ', StringComparison.Ordinal)..]));
            var now = JsonNode.Parse(await client.GetStringAsync(path));
            Assert.True(Says(now, then), $"{path} was answered\n{then}\nand is now\n{now}");
        }
    }

    private static bool Says(JsonNode? now, JsonNode? then) => (now, then) switch
    {
        (JsonObject one, JsonObject other) => other.All(member => one.ContainsKey(member.Key) && Says(one[member.Key], member.Value)),
        (JsonArray one, JsonArray other) => one.Count == other.Count && one.Zip(other).All(static pair => Says(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(now, then),
    };

    /// <summary>The payment of this number, as the script that made the directories writes it.</summary>
    private static string Payment(int number)
        => $$$"""{"transactionReference":"KEPT-{{{number}}}","amount":"{{{number * 97 % 20000}}}.{{{number % 100:00}}}","currency":"EUR","fromAccountNumber":"ACC-{{{number % 7}}}","toAccountNumber":"ACC-{{{number % 5 + 10}}}","customerId":"CUST-{{{number % 7}}}","deviceId":"D-{{{number % 3}}}","initiatedAt":"2026-03-0{{{number / 60 + 1}}}T1{{{number % 10}}}:00:00Z","metadata":{"note":"Žluťoučký {{{number}}}"}}""";

    private static async Task<IReadOnlyList<Answer>> AnswersAsync(string name)
        => [.. (await File.ReadAllLinesAsync(Path.Combine(Kept, name + ".answers.ndjson"))).Select(line => Answer.Parse(line).Answer)];

    private static async Task UnpackAsync(string name, string into)
    {
        await using var file = File.OpenRead(Path.Combine(Kept, name + ".tar.gz"));
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, into, overwriteFiles: false);
    }
}

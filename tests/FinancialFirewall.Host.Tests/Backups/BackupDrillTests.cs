using System.Globalization;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Backups;

[Collection(DrillCollection.Name)]
public sealed class BackupDrillTests
{
    private const int Answered = 300;

    /// <summary>Backups of a firewall that is deciding, which is then killed and its disk lost: what was answered before each of them is still true.</summary>
    [Fact]
    public async Task BackupUnderLoad_DirectoryLostAndRestored_KeepsEveryEarlierAnswer()
    {
        using var directory = new TemporaryDirectory();
        var payments = new SamplePayments(20260401);
        var (first, second) = (payments.Take(Answered), payments.Take(Answered));
        Dictionary<string, Answer> firstAnswers, secondAnswers;
        string key;
        DateTime between;
        await using (var server = await ServerProcess.StartAsync(directory.Data))
        {
            key = (await File.ReadAllTextAsync(directory.File("data/demo.key"))).Trim();
            using var load = await BatchConnection.OpenAsync(server.Address, key);
            firstAnswers = await SendAsync(server, key, first);
            between = DateTime.UtcNow;
            var loading = load.SendAsync(string.Join('\n', payments.Take(2_000)) + "\n");
            await SucceedAsync("backup", "--data", directory.Data, "--to", directory.File("backup"));
            secondAnswers = await SendAsync(server, key, second);
            var again = await SucceedAsync("backup", "--data", directory.Data, "--to", directory.File("backup"), "--rate", "0");
            Assert.StartsWith("Point 2 of ", again.Output, StringComparison.Ordinal);
            await SucceedAsync("backup", "--data", directory.Data, "--to", directory.File("backup.tar"));
            await loading;
            await server.KillAsync();
        }

        Directory.Delete(directory.Data, recursive: true);
        string[] masterKey = ["--master-key", directory.File("data.master.key")];
        await SucceedAsync(["verify", directory.File("backup"), .. masterKey]);
        await SucceedAsync(["verify", directory.File("backup.tar"), .. masterKey]);
        await SucceedAsync("restore", "--from", directory.File("backup"), "--data", directory.File("newest"));
        await CheckAsync(directory.File("newest"), key, masterKey, first.Concat(second), firstAnswers.Concat(secondAnswers), isThere: true);
        await SucceedAsync("restore", "--from", directory.File("backup.tar"), "--data", directory.File("file"));
        await CheckAsync(directory.File("file"), key, masterKey, second, secondAnswers, isThere: true);
        var time = between.ToString("o", CultureInfo.InvariantCulture);
        await SucceedAsync(["restore", "--from", directory.File("backup"), "--data", directory.File("then"), "--to-time", time, .. masterKey]);
        await CheckAsync(directory.File("then"), key, masterKey, first, firstAnswers, isThere: true);
        await CheckAsync(directory.File("then"), key, masterKey, second, secondAnswers, isThere: false);
    }

    [Fact]
    public async Task Backup_WrongPlaces_SaysWhatIsWrong()
    {
        using var directory = new TemporaryDirectory();
        var nothing = await FirewallProgram.RunAsync("backup", "--data", directory.Data, "--to", directory.File("backup"));
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("There is no data directory", nothing.Errors, StringComparison.Ordinal);
        directory.Write("other.tar", "no archive");
        var other = await FirewallProgram.RunAsync("restore", "--from", directory.File("other.tar"), "--data", directory.Data);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("NO_BACKUP", other.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.Data));
        var time = await FirewallProgram.RunAsync("restore", "--from", directory.Path, "--data", directory.Data, "--to-time", "yesterday");
        Assert.Equal(2, time.ExitCode);
        Assert.Contains("'yesterday' is no time", time.Errors, StringComparison.Ordinal);
    }

    private static async Task<ProgramResult> SucceedAsync(params IEnumerable<string> arguments)
    {
        var result = await FirewallProgram.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"firewall {string.Join(' ', arguments)}: {result}");
        return result;
    }

    private static async Task<Dictionary<string, Answer>> SendAsync(ServerProcess server, string key, IReadOnlyList<string> lines)
        => (await ReadAsync(server, key, lines)).ToDictionary(line => Answer.Parse(line).Answer.Reference, line => Answer.Parse(line).Answer, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<string>> ReadAsync(ServerProcess server, string key, IReadOnlyList<string> lines)
    {
        using var connection = await BatchConnection.OpenAsync(server.Address, key);
        await connection.SendAsync(string.Join('\n', lines) + "\n");
        await connection.EndAsync();
        var answers = await connection.ReadLinesAsync(lines.Count);
        Assert.Equal(lines.Count, answers.Count);
        return answers;
    }

    /// <summary>Asks a restored firewall for everything again: what it knows has the first answer, and what it does not is decided anew.</summary>
    private static async Task CheckAsync(
        string data, string key, string[] masterKey, IEnumerable<string> lines, IEnumerable<KeyValuePair<string, Answer>> answers, bool isThere)
    {
        await using var server = await ServerProcess.StartAsync(data, masterKey);
        var known = answers.ToDictionary(StringComparer.Ordinal);
        foreach (var line in await ReadAsync(server, key, [.. lines]))
        {
            var (answer, isDuplicate) = Answer.Parse(line);
            Assert.Equal(isThere, isDuplicate);
            Assert.Equal(isThere, known[answer.Reference] == answer);
        }

        await server.KillAsync();
    }
}

using System.Globalization;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Serving;

[Collection(DrillCollection.Name)]
public sealed class KillDrillTests
{
    private const int DefaultKills = 20;
    private const int PaymentsPerKill = 200;
    private const int UsualAnswerBytes = 200;
    private const int DefaultSeed = 20260301;

    [Fact]
    public async Task Run_KilledInTheMiddleOfABatch_KeepsEveryAnswerOnce()
    {
        var seed = FromEnvironment("FIREWALL_TEST_SEED", DefaultSeed);
        try
        {
            await DrillAsync(seed, FromEnvironment("FIREWALL_TEST_KILLS", DefaultKills));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The drill failed with FIREWALL_TEST_SEED={seed}.", exception);
        }
    }

    private static int FromEnvironment(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : otherwise;

    private static async Task DrillAsync(int seed, int kills)
    {
        using var directory = new TemporaryDirectory();
        var random = new Random(seed);
        var payments = new SamplePayments(seed);
        var known = new Dictionary<string, Answer>(StringComparer.Ordinal);
        IReadOnlyList<string> before = [];
        var sent = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            await using var server = await ServerProcess.StartAsync(directory.Data);
            var key = (await File.ReadAllTextAsync(directory.File("data/demo.key"))).Trim();
            await CheckAsync(server, key, before, known);

            before = payments.Take(PaymentsPerKill);
            sent += before.Count;
            using var connection = await BatchConnection.OpenAsync(server.Address, key);
            await SendAndKillAsync(server, connection, before, random);
            foreach (var line in connection.Lines())
            {
                var (answer, isDuplicate) = Answer.Parse(line);
                Assert.False(isDuplicate, line);
                known.Add(answer.Reference, answer);
            }
        }

        await CheckNothingTwiceAsync(directory, before, known, sent);
    }

    /// <summary>Kills the server when a random number of bytes was answered, while more is still being sent.</summary>
    private static async Task SendAndKillAsync(ServerProcess server, BatchConnection connection, IReadOnlyList<string> lines, Random random)
    {
        var enough = random.Next(lines.Count * UsualAnswerBytes);
        var piece = 1 + random.Next(lines.Count);
        var sending = SendAsync(connection, lines, piece);
        while (connection.ReceivedBytes < enough && await connection.ReadSomeAsync(1 + random.Next(2000)))
        {
        }

        await server.KillAsync();
        while (await connection.ReadSomeAsync(65536))
        {
        }

        await sending;
    }

    private static async Task SendAsync(BatchConnection connection, IReadOnlyList<string> lines, int piece)
    {
        try
        {
            foreach (var chunk in lines.Chunk(piece))
            {
                await connection.SendAsync(string.Join('\n', chunk) + "\n");
            }

            await connection.EndAsync();
        }
        catch (IOException)
        {
            // The server was killed while lines were on their way.
        }
    }

    /// <summary>Sends the lines of the killed batch again: what was answered is answered the same.</summary>
    private static async Task CheckAsync(ServerProcess server, string key, IReadOnlyList<string> lines, Dictionary<string, Answer> known)
    {
        if (lines.Count == 0)
        {
            return;
        }

        using var connection = await BatchConnection.OpenAsync(server.Address, key);
        await SendAsync(connection, lines, lines.Count);
        var answers = await connection.ReadLinesAsync(lines.Count);
        Assert.Equal(lines.Count, answers.Count);
        foreach (var line in answers)
        {
            var (answer, isDuplicate) = Answer.Parse(line);
            if (known.TryGetValue(answer.Reference, out var first))
            {
                Assert.True(isDuplicate, $"Answered before as {first}, and now anew: {line}");
                Assert.Equal(first, answer);
            }

            known[answer.Reference] = answer;
        }
    }

    /// <summary>Every payment ever sent is kept exactly once, and every one has the answer that was given first.</summary>
    private static async Task CheckNothingTwiceAsync(TemporaryDirectory directory, IReadOnlyList<string> last, Dictionary<string, Answer> known, int sent)
    {
        await using (var server = await ServerProcess.StartAsync(directory.Data))
        {
            var key = (await File.ReadAllTextAsync(directory.File("data/demo.key"))).Trim();
            await CheckAsync(server, key, last, known);
            Assert.Equal(sent, known.Count);
            var all = new SamplePayments(int.Parse(known.Keys.First().Split('-')[1], CultureInfo.InvariantCulture)).Take(sent);
            await CheckAsync(server, key, all, known);
            Assert.Equal(sent, known.Values.Select(answer => answer.Id).Distinct(StringComparer.Ordinal).Count());
            await server.TerminateAsync();
            Assert.Equal(0, (await server.WaitForExitAsync()).ExitCode);
        }

        var verified = await FirewallProgram.RunAsync("verify", directory.Data);
        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{sent:N0} records"), verified.Output, StringComparison.Ordinal);
    }
}

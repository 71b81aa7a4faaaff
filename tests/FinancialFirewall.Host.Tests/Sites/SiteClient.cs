using System.Text.Json;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Sites;

/// <summary>Asks sites as their clients and their monitors do.</summary>
internal static class SiteClient
{
    private const int MostQuestions = 1_000_000;

    /// <summary>Sends payments and takes down their answers.</summary>
    public static async Task<Dictionary<string, Answer>> SendAsync(ServerProcess server, string key, IReadOnlyList<string> lines)
        => (await ReadAsync(server, key, lines)).Select(line => Answer.Parse(line).Answer).ToDictionary(answer => answer.Reference, StringComparer.Ordinal);

    /// <summary>Sends everything again: what was answered has the same answer.</summary>
    public static async Task<Dictionary<string, Answer>> CheckAsync(
        ServerProcess server, string key, IReadOnlyList<string> lines, Dictionary<string, Answer> known)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var line in await ReadAsync(server, key, lines))
        {
            var (answer, isDuplicate) = Answer.Parse(line);
            answers.Add(answer.Reference, answer);
            if (known.TryGetValue(answer.Reference, out var first))
            {
                Assert.True(isDuplicate, line);
                Assert.Equal(first, answer);
            }
        }

        Assert.NotEmpty(known);
        return answers;
    }

    /// <summary>Asks the leader until its follower has everything; each question is a request, and the follower works meanwhile.</summary>
    public static async Task CatchUpAsync(ServerProcess leader)
    {
        for (var asked = 0; await LagAsync(leader) > 0; asked++)
        {
            Assert.True(asked < MostQuestions, "The follower does not catch up.");
        }
    }

    /// <summary>How many commits the follower is behind, by what its leader says.</summary>
    public static async Task<long> LagAsync(ServerProcess leader)
    {
        using var health = await HealthAsync(leader);
        return health.RootElement.GetProperty("site").GetProperty("lagCommits").GetInt64();
    }

    /// <summary>Asks a leader until it is as it should be; each question is a request, and both sites work meanwhile.</summary>
    public static async Task WaitForAsync(ServerProcess leader, string member, string expected)
    {
        for (var asked = 0; ; asked++)
        {
            using var health = await HealthAsync(leader);
            var found = (member is "mode" ? health.RootElement.GetProperty("site") : health.RootElement).GetProperty(member).GetString();
            if (string.Equals(found, expected, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(asked < MostQuestions, $"{member} is {found} and not {expected}.");
        }
    }

    private static async Task<JsonDocument> HealthAsync(ServerProcess leader)
    {
        using var client = new HttpClient { BaseAddress = leader.Address };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a batch and reads its answers.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(ServerProcess server, string key, IReadOnlyList<string> lines)
    {
        using var connection = await BatchConnection.OpenAsync(server.Address, key);
        await connection.SendAsync(string.Join('\n', lines) + "\n");
        await connection.EndAsync();
        var answers = await connection.ReadLinesAsync(lines.Count);
        Assert.Equal(lines.Count, answers.Count);
        return answers;
    }
}

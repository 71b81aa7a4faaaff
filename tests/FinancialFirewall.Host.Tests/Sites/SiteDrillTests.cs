using System.Text.Json.Nodes;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Sites;

[Collection(DrillCollection.Name)]
public sealed class SiteDrillTests
{
    private const int Payments = 200;
    private const int EnoughBytes = 15_000;
    private const int SiteFenced = 9;

    /// <summary>A synchronous leader dies under load: its follower knows every answer that was given, the old leader is fenced, follows, and leads again.</summary>
    [Fact]
    public async Task Synchronous_LeaderKilledUnderLoad_EveryAnswerIsTrueOnTheOtherSite()
    {
        using var sites = new TwoSites();
        await sites.MakeKeysAsync();
        var payments = new SamplePayments(20260501);
        var lines = payments.Take(Payments);
        await using var first = await sites.LeadAsync(sites.First, "--synchronous", "--patience", "60");
        await using var second = await sites.FollowAsync(sites.Second, first);
        await SiteClient.WaitForAsync(first, "status", "READY");
        var key = (await TwoSites.KeyOfAsync(sites.First)).Trim();
        var known = await KillUnderLoadAsync(first, key, lines);

        await ReadAtFollowerAsync(second, key, known.Values.First());

        var refused = await FirewallProgram.RunAsync("promote", "--data", sites.Second);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LEADER_UNREACHABLE", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("leads in term 2", (await TwoSites.SucceedAsync("promote", "--leader-lost", "--data", sites.Second)).Output, StringComparison.Ordinal);
        await second.WaitUntilListeningAsync();
        var answers = await SiteClient.CheckAsync(second, key, lines, known);

        var fenced = await sites.TryToLeadAsync(sites.First, second);
        Assert.Equal(SiteFenced, fenced.ExitCode);
        Assert.Contains("SITE_FENCED: another site leads in term 2", fenced.Errors, StringComparison.Ordinal);
        await using var third = await sites.FollowAsync(sites.First, second, "--rewind");
        Assert.Contains("nothing that it answered is missing", (await TwoSites.SucceedAsync("promote", "--data", sites.First)).Output, StringComparison.Ordinal);
        var ended = await second.WaitForExitAsync();
        Assert.Equal(SiteFenced, ended.ExitCode);
        Assert.Contains("another site leads in term 3", ended.Errors, StringComparison.Ordinal);
        await third.WaitUntilListeningAsync();
        await SiteClient.CheckAsync(third, key, lines, answers);
    }

    /// <summary>An asynchronous leader dies while its follower is down: what the follower had is true, and what is missing is what came after it.</summary>
    [Fact]
    public async Task Asynchronous_FollowerKilledThenLeader_MissesOnlyWhatCameLater()
    {
        using var sites = new TwoSites();
        await sites.MakeKeysAsync();
        var payments = new SamplePayments(20260502);
        var (early, between, late) = (payments.Take(Payments), payments.Take(Payments), payments.Take(Payments));
        await using var first = await sites.LeadAsync(sites.First);
        var key = (await TwoSites.KeyOfAsync(sites.First)).Trim();
        var known = await SiteClient.SendAsync(first, key, early);
        await using (var killed = await sites.FollowAsync(sites.Second, first))
        {
            known = known.Concat(await SiteClient.SendAsync(first, key, between)).ToDictionary(StringComparer.Ordinal);
            await killed.KillAsync();
        }

        // It goes on where it ended, and reads what the leader recorded meanwhile.
        await using var second = await sites.FollowAsync(sites.Second, first);
        await SiteClient.CatchUpAsync(first);
        await second.KillAsync();
        var missing = await SiteClient.SendAsync(first, key, late);
        var lag = await SiteClient.LagAsync(first);
        Assert.InRange(lag, 1, late.Count);
        await first.KillAsync();

        Assert.Equal(0, (await TwoSites.SucceedAsync("promote", "--leader-lost", "--data", sites.Second)).ExitCode);
        await using var promoted = await sites.LeadAsync(sites.Second);
        await SiteClient.CheckAsync(promoted, key, [.. early, .. between], known);
        var again = await SiteClient.ReadAsync(promoted, key, late);
        Assert.All(again, line => Assert.False(Answer.Parse(line).IsDuplicate));
        Assert.Equal(late.Count, missing.Count);
        await RewindAsync(sites, promoted, key, late);
        await using var copied = await sites.FollowAsync(sites.First, promoted, "--copy-anew");
        await ReadAtFollowerAsync(copied, key, Answer.Parse(again[^1]).Answer);
        Assert.Contains("term-2-all: a whole data directory", (await sites.AsideAsync(sites.First)).Output, StringComparison.Ordinal);
    }

    /// <summary>What the old leader alone has is put aside, can be listed, and sent again as it is.</summary>
    private static async Task RewindAsync(TwoSites sites, ServerProcess leader, string key, IReadOnlyList<string> late)
    {
        await using (var rewound = await sites.FollowAsync(sites.First, leader, "--rewind"))
        {
            Assert.Contains($": {late.Count} payments, ", (await sites.AsideAsync(sites.First)).Output, StringComparison.Ordinal);
            await rewound.KillAsync();
        }

        var aside = (await sites.AsideAsync(sites.First, "--payments")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonNode.Parse(line)!["payment"]!).ToList();
        Assert.Equal(
            late.Select(static line => (string)JsonNode.Parse(line)!["transactionReference"]!).Order(StringComparer.Ordinal),
            aside.Select(static payment => (string)payment["transactionReference"]!).Order(StringComparer.Ordinal));
        Assert.All(await SiteClient.ReadAsync(leader, key, [.. aside.Select(static payment => payment.ToJsonString())]), static line => Assert.True(Answer.Parse(line).IsDuplicate, line));
    }

    [Fact]
    public async Task Follow_WrongKeyOrPlace_SaysWhatIsWrong()
    {
        using var sites = new TwoSites();
        await sites.MakeKeysAsync();
        await using var leader = await sites.LeadAsync(sites.First);
        using var other = new TwoSites();
        await other.MakeKeysAsync();
        var unsigned = await Assert.ThrowsAsync<InvalidOperationException>(() => other.FollowAsync(other.First, leader));
        Assert.Contains("401", unsigned.Message, StringComparison.Ordinal);
        var own = await Assert.ThrowsAsync<InvalidOperationException>(() => sites.FollowAsync(sites.First, leader));
        Assert.Contains("DIRECTORY_LOCKED", own.Message, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = leader.Address };
        using var question = new StringContent("state 7 ");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await client.PostAsync(new Uri("/replication/v1", UriKind.Relative), question)).StatusCode);
    }

    /// <summary>A follower finds what was answered, and takes no payment.</summary>
    private static async Task ReadAtFollowerAsync(ServerProcess follower, string key, Answer answer)
    {
        using var client = new HttpClient { BaseAddress = follower.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        var found = await client.GetStringAsync(new Uri($"/api/v1/fraud-risk/assessments/transaction/{answer.Reference}?answer=brief", UriKind.Relative));
        Assert.Equal(answer, Answer.Parse(found).Answer);
        Assert.Contains(answer.Id, await client.GetStringAsync(new Uri("/api/v1/fraud-risk/assessments?size=200", UriKind.Relative)), StringComparison.Ordinal);
        using var payment = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        var refused = await client.PostAsync(new Uri("/api/v1/fraud-risk/assessments", UriKind.Relative), payment);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("SITE_FOLLOWS", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, Answer>> KillUnderLoadAsync(ServerProcess server, string key, IReadOnlyList<string> lines)
    {
        using var connection = await BatchConnection.OpenAsync(server.Address, key);
        var sending = connection.SendAsync(string.Join('\n', lines) + "\n");
        while (connection.ReceivedBytes < EnoughBytes && await connection.ReadSomeAsync(1_024))
        {
        }

        await sending;
        await server.KillAsync();
        while (await connection.ReadSomeAsync(65_536))
        {
        }

        return connection.Lines().Select(line => Answer.Parse(line).Answer).ToDictionary(answer => answer.Reference, StringComparer.Ordinal);
    }
}

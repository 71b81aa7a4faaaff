using System.Net;
using System.Text;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Sites;

/// <summary>Real sites whose link is cut, and which stand still.</summary>
[Collection(DrillCollection.Name)]
public sealed class SiteFaultDrillTests
{
    private const int Payments = 100;
    private const int SiteFenced = 9;

    /// <summary>A leader that may fall back goes on alone while its link is cut, says so, and waits for its follower again once that has everything.</summary>
    [Fact]
    public async Task FallBack_LinkCutAndMended_SaysSoAndLosesNothing()
    {
        using var sites = new TwoSites();
        await sites.MakeKeysAsync();
        var payments = new SamplePayments(20260503);
        await using var first = await sites.LeadAsync(sites.First, "--synchronous", "--fall-back", "--patience", "2");
        using var link = new CuttableLink(first.Address);
        await using var second = await sites.FollowAsync(sites.Second, link.Address);
        var key = (await TwoSites.KeyOfAsync(sites.First)).Trim();
        var lines = payments.Take(3 * Payments);
        var known = await SiteClient.SendAsync(first, key, [.. lines.Take(Payments)]);

        link.Cut();
        known = known.Concat(await SiteClient.SendAsync(first, key, [.. lines.Skip(Payments).Take(Payments)])).ToDictionary(StringComparer.Ordinal);
        await SiteClient.WaitForAsync(first, "mode", "FALLEN_BACK");
        link.Mend();
        await SiteClient.WaitForAsync(first, "mode", "SYNCHRONOUS");
        known = known.Concat(await SiteClient.SendAsync(first, key, [.. lines.Skip(2 * Payments)])).ToDictionary(StringComparer.Ordinal);

        await SiteClient.CatchUpAsync(first);
        await first.KillAsync();
        await TwoSites.SucceedAsync("promote", "--leader-lost", "--data", sites.Second);
        await second.WaitUntilListeningAsync();
        await SiteClient.CheckAsync(second, key, lines, known);
    }

    /// <summary>
    /// A synchronous leader waits for a follower that stands still. One that stands still itself and goes on after its follower was promoted has answered nobody
    /// meanwhile, and is fenced.
    /// </summary>
    [Fact]
    public async Task Synchronous_FollowerThenLeaderFrozen_NobodyIsAnsweredTwice()
    {
        using var sites = new TwoSites();
        await sites.MakeKeysAsync();
        var payments = new SamplePayments(20260504);
        await using var first = await sites.LeadAsync(sites.First, "--synchronous", "--patience", "2");
        await using var second = await sites.FollowAsync(sites.Second, first);
        var key = (await TwoSites.KeyOfAsync(sites.First)).Trim();
        var lines = payments.Take(Payments);
        using var client = new HttpClient { BaseAddress = first.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);

        await SiteClient.WaitForAsync(first, "status", "READY");
        await second.FreezeAsync();
        var early = SiteClient.SendAsync(first, key, lines);
        await SiteClient.WaitForAsync(first, "status", "WAITING_FOR_OTHER_SITE");
        Assert.False(early.IsCompleted);
        await second.ThawAsync();
        var known = await early;

        await first.FreezeAsync();
        var late = PostAsync(client, payments.Next());
        Assert.Contains("leads in term 2", (await TwoSites.SucceedAsync("promote", "--leader-lost", "--data", sites.Second)).Output, StringComparison.Ordinal);
        await second.WaitUntilListeningAsync();
        await SiteClient.CheckAsync(second, key, lines, known);
        await first.ThawAsync();

        Assert.NotEqual(HttpStatusCode.Created, await late);
        var ended = await first.WaitForExitAsync();
        Assert.True(ended.ExitCode == SiteFenced, ended.ToString());
        Assert.Contains("another site leads in term 2", ended.Errors, StringComparison.Ordinal);
    }

    /// <returns>The status; null where the connection broke before there was one.</returns>
    private static async Task<HttpStatusCode?> PostAsync(HttpClient client, string payment)
    {
        try
        {
            using var body = new StringContent(payment, Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri("/api/v1/fraud-risk/assessments", UriKind.Relative), body);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}

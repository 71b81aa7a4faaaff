using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Audit;

[Collection(GatewayCollection.Name)]
public sealed class AuditEndpointTests(GatewayFixture fixture)
{
    private const string Audit = "/api/v1/audit";
    private const string Toggles = "/api/v1/fraud-api-toggle";

    private HttpClient Owner => fixture.Gateway.Client;

    [Fact]
    public async Task Get_AfterAChange_SaysWhoDidWhatFromWhereWithBeforeAndAfter()
    {
        var created = await Owner.SendAsync("POST", $"{Toggles}/configurations", """{"paymentType":"AUDITED","isEnabled":true}""", 201);
        var id = created.Text("id");
        await Owner.SendAsync("PUT", $"{Toggles}/configurations/{id}", """{"paymentType":"AUDITED","isEnabled":false,"disabledReason":"why"}""", 200);
        await Owner.SendAsync("DELETE", $"{Toggles}/configurations/{id}", null, 204);

        var entries = (await Owner.SendAsync("GET", $"{Audit}?target=toggle/{id}", null, 200)).EnumerateArray().ToList();

        Assert.Equal(["TOGGLE_DELETED", "TOGGLE_CHANGED", "TOGGLE_CREATED"], entries.Select(entry => entry.Text("action")));
        var changed = entries[1];
        Assert.Equal((true, false), (changed.GetProperty("before").GetProperty("isEnabled").GetBoolean(), changed.GetProperty("after").GetProperty("isEnabled").GetBoolean()));
        var actor = changed.GetProperty("actor");
        Assert.Equal(("KEY", "demo", "127.0.0.1"), (actor.Text("kind"), actor.Text("tenantId"), actor.Text("source")));
        Assert.Contains(actor.Text("id"), (await Owner.SendAsync("GET", "/api/v1/keys", null, 200)).EnumerateArray().Select(key => key.Text("id")));
        Assert.Equal("DONE", changed.Text("outcome"));
    }

    [Fact]
    public async Task Get_AfterARefusal_HasIt()
    {
        using var service = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("other", Roles.Service));
        Assert.Equal("ROLE_MISSING", await service.RefusedAsync("DELETE", "/api/v1/keys/0123", null, 403));

        var entries = (await fixture.Gateway.OtherClient.SendAsync("GET", $"{Audit}?outcome=REFUSED&action=REQUEST", null, 200)).EnumerateArray();

        Assert.Contains(("DELETE /api/v1/keys/{id}", "ROLE_MISSING"), entries.Select(entry => (entry.Text("target")!, entry.Text("refusal")!)));
    }

    [Fact]
    public async Task Get_WholeTenantSwitchedOff_IsASecurityEvent()
    {
        await Owner.SendAsync("POST", $"{Toggles}/disable", """{"reason":"drill"}""", 200);
        await Owner.SendAsync("POST", $"{Toggles}/enable", """{"reason":"drill is over"}""", 200);

        var events = (await Owner.SendAsync("GET", $"{Audit}?securityEvent=TENANT_CHECKS_DISABLED&size=1", null, 200)).EnumerateArray().ToList();

        Assert.Equal(("TOGGLE_DISABLED", "drill"), (Assert.Single(events).Text("action"), events[0].Text("remark")));
    }

    [Fact]
    public async Task Export_EveryLine_IsHashedOverTheOneBefore()
    {
        for (var i = 0; i < 70; i++)
        {
            await Owner.SendAsync("PATCH", "/api/v1/tenants/demo", $$"""{"name":"Demo {{i}}"}""", 200);
        }

        using var response = await Owner.GetAsync($"{Audit}/export");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(lines.Length, 71, int.MaxValue);
        var previous = new string('0', 64);
        for (var i = 0; i < lines.Length; i++)
        {
            var entry = JsonDocument.Parse(lines[i]).RootElement;
            Assert.Equal(i + 1, entry.GetProperty("sequence").GetInt32());
            var hash = entry.Text("hash")!;
            var canonical = lines[i].Replace($",\"hash\":\"{hash}\"", "", StringComparison.Ordinal);
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. Encoding.UTF8.GetBytes(canonical)])));
            previous = hash;
        }

        var proof = await Owner.SendAsync("GET", $"{Audit}/verification", null, 200);
        Assert.True(proof.GetProperty("isWhole").GetBoolean());
        Assert.InRange(proof.GetProperty("entries").GetInt32(), lines.Length, int.MaxValue);
    }

    [Fact]
    public async Task Get_Pages_LeadToTheFirstEntry()
    {
        var address = $"{Audit}?size=20";
        var sequences = new List<int>();
        while (address is not null)
        {
            using var response = await Owner.GetAsync(address);
            var page = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            sequences.AddRange(page.EnumerateArray().Select(entry => entry.GetProperty("sequence").GetInt32()));
            address = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }

        Assert.Equal(Enumerable.Range(1, sequences[0]).Reverse(), sequences);
    }

    [Theory]
    [InlineData("?colour=red", "QUERY_UNKNOWN")]
    [InlineData("?size=0", "QUERY_INVALID")]
    [InlineData("?cursor=-1", "QUERY_INVALID")]
    [InlineData("?from=yesterday", "QUERY_INVALID")]
    public async Task Get_BadQuery_IsRefused(string query, string code) => Assert.Equal(code, await Owner.RefusedAsync("GET", Audit + query, null, 400));
}

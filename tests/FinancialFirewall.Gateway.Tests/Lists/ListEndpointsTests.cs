using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Lists;

/// <summary>A gateway of its own, and one test after the other: lists decide what becomes of payments.</summary>
public sealed class ListEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/lists";

    private RunningGateway? gateway;

    private HttpClient Client => gateway!.Client;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await gateway!.DisposeAsync();

    [Fact]
    public async Task List_IsCreatedFoundChangedAndDeleted()
    {
        using var created = await SendAsync(HttpMethod.Post, Path, """{"name":"devices","kind":"BLOCK","member":"deviceId"}""");
        Assert.Equal((HttpStatusCode.Created, $"{Path}/devices"), (created.StatusCode, created.Headers.Location!.OriginalString));
        var body = await created.Content.ReadAsStringAsync();
        Assert.Equal("""{"name":"devices","kind":"BLOCK","mandatory":false,"member":"deviceId","entryCount":0,"revision":0,"usedBy":[]}""", body);
        Assert.Equal(body, await Client.GetStringAsync($"{Path}/devices"));
        Assert.Equal("LIST_EXISTS", await CodeAsync(await SendAsync(HttpMethod.Post, Path, body)));

        // What was read can be written back, with what the server owns in it.
        using var changed = await SendAsync(HttpMethod.Put, $"{Path}/devices", body.Replace("false", "true", StringComparison.Ordinal), created.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var stale = await SendAsync(HttpMethod.Put, $"{Path}/devices", body, created.Headers.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);

        using var deleted = await SendAsync(HttpMethod.Delete, $"{Path}/devices", null);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("LIST_UNKNOWN", await CodeAsync(await Client.GetAsync($"{Path}/devices")));
    }

    [Fact]
    public async Task Entries_AddedAndRemoved_HoldForTheVeryNextPayment()
    {
        await CreateAsync("cards", "cardToken");
        Assert.NotEqual("REJECT", await DecideAsync("r1", "4111111111111111"));

        // The number is the same card as the token that payments show, and is kept nowhere.
        var added = await SendAsync(HttpMethod.Post, $"{Path}/cards/entries", """{"value":"4111 1111 1111 1111","reason":"stolen","expiresAt":"2999-01-01T00:00:00Z"}""");
        Assert.Equal("""{"added":1,"replaced":0,"removed":0,"duplicates":0}""", await added.Content.ReadAsStringAsync());
        Assert.Equal("REJECT", await DecideAsync("r2", "4111111111111111"));
        using var found = JsonDocument.Parse(await Client.GetStringAsync($"{Path}/cards/entries?value=4111111111111111"));
        var entry = Assert.Single(found.RootElement.EnumerateArray());
        Assert.StartsWith("card:", entry.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal(("stolen", "2999-01-01T00:00:00Z", false, "API"), (
            entry.GetProperty("reason").GetString(), entry.GetProperty("expiresAt").GetString(), entry.GetProperty("isExpired").GetBoolean(), entry.GetProperty("source").GetString()));
        Assert.StartsWith("KEY ", entry.GetProperty("addedBy").GetString(), StringComparison.Ordinal);
        var audit = await Client.GetStringAsync("/api/v1/audit?action=LIST_ENTRIES_ADDED");
        Assert.Contains("stolen", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("4111 1111", audit, StringComparison.Ordinal);

        using var removed = await SendAsync(HttpMethod.Delete, $"{Path}/cards/entries?value=4111111111111111", null);
        Assert.Equal("""{"added":0,"replaced":0,"removed":1,"duplicates":0}""", await removed.Content.ReadAsStringAsync());
        Assert.NotEqual("REJECT", await DecideAsync("r3", "4111111111111111"));
    }

    [Fact]
    public async Task Entries_Pages_FollowTheirLinks()
    {
        await CreateAsync("devices", "deviceId");
        var entries = string.Join(',', Enumerable.Range(0, 25).Select(static i => $$"""{"value":"d{{i:D2}}"}"""));
        using var added = await SendAsync(HttpMethod.Post, $"{Path}/devices/entries", $$"""{"reason":"seen","entries":[{{entries}},{"value":"other"}]}""");
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);

        var values = new List<string>();
        for (var next = $"{Path}/devices/entries?prefix=d&size=10"; next is not null;)
        {
            using var page = await Client.GetAsync(next);
            using var json = JsonDocument.Parse(await page.Content.ReadAsStringAsync());
            values.AddRange(json.RootElement.EnumerateArray().Select(static entry => entry.GetProperty("value").GetString()!));
            Assert.Equal("26", Assert.Single(page.Headers.GetValues("X-Total-Count")));
            next = page.Headers.TryGetValues("Link", out var links) ? links.Single()[1..^"; rel=\"next\"".Length].TrimEnd('>') : null;
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(static i => $"d{i:D2}"), values);
    }

    [Theory]
    [InlineData("text/csv", "value,reason,expiresAt\r\na,\"so, yes\",\r\nb,,2030-01-01T00:00:00Z\r\n")]
    [InlineData("text/csv", "a\nb\n")]
    [InlineData("application/x-ndjson", "{\"value\":\"a\"}\n\n{\"value\":\"b\"}")]
    [InlineData("application/json", "[{\"value\":\"a\"},{\"value\":\"b\"}]")]
    public async Task Import_AnyFormat_ReplacesAllOfIt(string type, string body)
    {
        await CreateAsync("devices", "deviceId");
        using var before = await SendAsync(HttpMethod.Post, $"{Path}/devices/entries", """[{"value":"a"},{"value":"z"}]""");

        using var tried = await ImportAsync("devices?mode=replace&dryRun=true", type, body);
        Assert.Equal((1, 1, 1), await CountsAsync(tried));
        Assert.Equal(2, await CountEntriesAsync("devices"));

        using var done = await ImportAsync("devices?mode=replace&operationId=monday&reason=weekly", type, body, isPacked: true);
        Assert.Equal((1, 1, 1), await CountsAsync(done));
        Assert.Equal("monday", Assert.Single(done.Headers.GetValues("Operation-Id")));
        using var state = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/list-imports/monday"));
        Assert.Equal(("DONE", 2), (state.RootElement.GetProperty("status").GetString(), state.RootElement.GetProperty("lines").GetInt32()));
        Assert.Contains("\"value\":\"b\"", await Client.GetStringAsync($"{Path}/devices/export"), StringComparison.Ordinal);

        // An export goes in again.
        using var again = await ImportAsync("devices?mode=replace", "text/csv", await Client.GetStringAsync($"{Path}/devices/export?format=csv"));
        Assert.Equal((0, 2, 0), await CountsAsync(again));
    }

    [Theory]
    [InlineData("text/csv", "value,expiresAt\na,\nb,tomorrow\n,\n\"c\",,too many\n", "3 TIME_INVALID,4 ENTRY_INVALID,5 CSV_FIELDS")]
    [InlineData("text/csv", "name,reason\na,b\n", "1 CSV_HEADER_UNKNOWN")]
    [InlineData("application/x-ndjson", "{\"value\":\"a\"}\n{\"valeu\":\"b\"}\nno json\n", "2 MEMBER_MISSING,2 MEMBER_UNKNOWN,3 JSON_MALFORMED")]
    [InlineData("application/json", "[{\"value\":\"a\"},\n7]", "2 TYPE_WRONG")]
    public async Task Import_BadLines_AreAllNamedAndNothingChanges(string type, string body, string expected)
    {
        await CreateAsync("devices", "deviceId");

        using var refused = await ImportAsync("devices", type, body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var json = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        var errors = json.RootElement.GetProperty("errors").EnumerateArray()
            .Select(static error => string.Create(CultureInfo.InvariantCulture, $"{error.GetProperty("line").GetInt64()} {error.GetProperty("code").GetString()}"));
        Assert.Equal(expected, string.Join(',', errors.Distinct()));
        Assert.Equal("REFUSED", json.RootElement.GetProperty("status").GetString());
        Assert.Equal(0, await CountEntriesAsync("devices"));
    }

    [Fact]
    public async Task Import_CancelledWhileItIsRead_AnswersItsSenderAndChangesNothing()
    {
        await CreateAsync("devices", "deviceId");
        var body = new GatedBody();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/devices/import?operationId=slow") { Content = body };
        var sending = Client.SendAsync(request);
        await body.Begun;

        using var cancelled = await WaitForImportAsync("slow");
        Assert.Equal("CANCELLED", cancelled.RootElement.GetProperty("status").GetString());
        body.GoOn();
        using var answer = await sending;
        Assert.Equal((HttpStatusCode.Conflict, "LIST_IMPORT_ENDED"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.Equal(0, await CountEntriesAsync("devices"));
    }

    [Theory]
    [InlineData("PUT", "/nowhere", """{"kind":"BLOCK"}""", 400, "MEMBER_MISSING")]
    [InlineData("PUT", "/no where", """{"kind":"WATCH"}""", 400, "LIST_NAME_INVALID")]
    [InlineData("PUT", "/nowhere", """{"name":"other","kind":"WATCH"}""", 400, "LIST_NAME_DIFFERS")]
    [InlineData("PUT", "/nowhere", """{"kind":"WATCH","entries":[]}""", 400, "MEMBER_UNKNOWN")]
    [InlineData("POST", "/nowhere/entries", """{"value":"a"}""", 404, "LIST_UNKNOWN")]
    [InlineData("POST", "/ips/entries", """{"value":"no address"}""", 400, "ENTRY_INVALID")]
    [InlineData("POST", "/ips/entries", """{"entries":[]}""", 400, "ENTRIES_INVALID")]
    [InlineData("POST", "/ips/entries/remove", """{"values":[7]}""", 400, "TYPE_WRONG")]
    [InlineData("GET", "/ips/entries?prefix=x", null, 400, "QUERY_INVALID")]
    [InlineData("GET", "/ips/entries?cursor=%25", null, 400, "QUERY_INVALID")]
    [InlineData("GET", "/ips/export?format=xml", null, 400, "QUERY_INVALID")]
    [InlineData("DELETE", "/ips/entries", null, 400, "VALUE_MISSING")]
    [InlineData("POST", "/ips/import?mode=merge", "[]", 400, "QUERY_INVALID")]
    public async Task Request_ThatIsWrong_SaysWhat(string method, string path, string? body, int status, string code)
    {
        await CreateAsync("ips", "ipAddress");

        using var response = await SendAsync(new HttpMethod(method), Path + path, body);

        Assert.Equal((status, code), ((int)response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task OtherTenant_SeesNoneOfThem()
    {
        await CreateAsync("devices", "deviceId");

        Assert.Equal(HttpStatusCode.NotFound, (await gateway!.OtherClient.GetAsync($"{Path}/devices")).StatusCode);
        Assert.DoesNotContain("devices", await gateway.OtherClient.GetStringAsync(Path), StringComparison.Ordinal);
    }

    private async Task CreateAsync(string name, string member)
    {
        using var created = await SendAsync(HttpMethod.Post, Path, $$"""{"name":"{{name}}","kind":"BLOCK","member":"{{member}}"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    private async Task<JsonDocument> WaitForImportAsync(string id)
    {
        // The request is on its way: it is there within as many questions as the server answers before it.
        while (true)
        {
            using var answer = await Client.DeleteAsync($"/api/v1/list-imports/{id}");
            if (answer.IsSuccessStatusCode)
            {
                return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            }
        }
    }

    private async Task<string> DecideAsync(string reference, string card)
    {
        using var response = await SendAsync(
            HttpMethod.Post, "/api/v1/fraud-risk/assessments",
            $$"""{"transactionReference":"{{reference}}","fromAccountNumber":"A1","amount":"10.00","currency":"EUR","cardToken":"{{card}}"}""");
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("decision").GetString()!;
    }

    private async Task<int> CountEntriesAsync(string list)
    {
        using var json = JsonDocument.Parse(await Client.GetStringAsync($"{Path}/{list}"));
        return json.RootElement.GetProperty("entryCount").GetInt32();
    }

    private static async Task<(int Added, int Replaced, int Removed)> CountsAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        using var json = JsonDocument.Parse(body);
        return (json.RootElement.GetProperty("added").GetInt32(), json.RootElement.GetProperty("replaced").GetInt32(), json.RootElement.GetProperty("removed").GetInt32());
    }

    private Task<HttpResponseMessage> ImportAsync(string listAndQuery, string type, string body, bool isPacked = false)
    {
        var content = new ByteArrayContent(isPacked ? Pack(body) : Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (isPacked)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        return Client.PostAsync($"{Path}/{listAndQuery.Replace("devices", "devices/import", StringComparison.Ordinal)}", content);
    }

    private static byte[] Pack(string body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }

        return packed.ToArray();
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response) => (await Problem.ReadAsync(response)).Errors[0].Code;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, EntityTagHeaderValue? tag = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        return await Client.SendAsync(request);
    }
}

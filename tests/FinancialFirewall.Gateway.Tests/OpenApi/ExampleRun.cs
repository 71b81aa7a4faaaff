using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>Sends the examples of the document to a gateway, and looks at the answers.</summary>
internal sealed class ExampleRun : IDisposable
{
    private readonly RunningGateway gateway;
    private readonly Description description;
    private readonly Dictionary<string, DescribedOperation> operations;
    private readonly Dictionary<string, HttpClient> callers;
    private readonly ExampleNames names = new();
    private int confirmations;
    private string factorSecret = "";
    private EntityTagHeaderValue? latestTag;

    private ExampleRun(RunningGateway gateway, string operatorKey)
    {
        this.gateway = gateway;
        description = Description.Of(gateway);
        operations = description.Operations.ToDictionary(static operation => operation.Id, StringComparer.Ordinal);
        callers = new Dictionary<string, HttpClient>(StringComparer.Ordinal)
        {
            ["owner"] = gateway.CreateClient(gateway.Key),
            ["operator"] = gateway.CreateClient(operatorKey),
            ["second"] = gateway.CreateClient(null),
            ["person"] = new() { BaseAddress = gateway.Address },
            ["nobody"] = gateway.CreateClient(null),
        };
    }

    /// <summary>A run against a gateway to which nothing was sent before.</summary>
    public static async Task<ExampleRun> BeginAsync(RunningGateway gateway) => new(gateway, await gateway.IssueKeyAsync("operator", Roles.Owner));

    /// <summary>The operations that there are.</summary>
    public IEnumerable<string> Operations => operations.Keys;

    /// <summary>The example that the document has for the body of an operation.</summary>
    public JsonElement BodyOf(string operation) => operations[operation].ExampleBody!.Value.Value.GetProperty("example");

    /// <summary>Sends the example of an operation.</summary>
    /// <returns>Everything in which the answer is not what the document says.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(string caller, string operationId)
    {
        var operation = operations[operationId];
        using var request = RequestOf(operation);
        using var response = await callers[caller].SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        latestTag = response.Headers.ETag ?? latestTag;
        if ((int)response.StatusCode != operation.ExampleStatus)
        {
            return [$"{operation}: {(int)response.StatusCode} instead of {operation.ExampleStatus}: {text}"];
        }

        var complaints = HeaderComplaints(operation, response).ToList();
        foreach (var content in DescribedOperation.ContentOf(operation.ExampleAnswer.Value))
        {
            var found = response.Content.Headers.ContentType?.MediaType;
            complaints.AddRange(found == content.Name ? [] : [$"{operation}: {found} instead of {content.Name}"]);
            complaints.AddRange(Complaints(content.Value, text).Select(complaint => $"{operation}: {complaint}"));
        }

        Remember(operationId, text);
        return complaints;
    }

    /// <summary>An import that is under way as long as its body is, named as the example that cancels it names it.</summary>
    public async Task<Task<HttpResponseMessage>> BeginImportAsync(GatedBody body, string list)
    {
        var id = operations["cancelImport"].Parameters.Single().GetProperty("example").GetString();
        var sending = gateway.Client.PostAsync($"/api/v1/lists/{list}/import?operationId={id}", body);
        await body.Begun;
        var isThere = false;
        while (!isThere)
        {
            // The request is on its way: it is there within as many questions as the server answers before it.
            using var answer = await gateway.Client.GetAsync($"/api/v1/list-imports/{id}");
            isThere = answer.IsSuccessStatusCode;
        }

        return sending;
    }

    public void Dispose()
    {
        foreach (var client in callers.Values)
        {
            client.Dispose();
        }
    }

    private HttpRequestMessage RequestOf(DescribedOperation operation)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Select(description.Resolve).Where(static parameter => parameter.TryGetProperty("example", out _)))
        {
            var value = Uri.EscapeDataString(names.Translate(parameter.GetProperty("example").ToString()));
            var name = parameter.GetProperty("name").GetString()!;
            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            query.AddRange(parameter.GetProperty("in").GetString() == "query" ? [$"{name}={value}"] : []);
        }

        var request = new HttpRequestMessage(new HttpMethod(operation.Method), query.Count == 0 ? path : $"{path}?{string.Join('&', query)}");
        if (operation.Parameters.Any(parameter => description.Resolve(parameter) is var one && one.Text("name") == "If-Match" && one.TryGetProperty("required", out _)))
        {
            request.Headers.IfMatch.Add(latestTag!);
        }

        if (operation.ExampleBody is { } body)
        {
            request.Content = new StringContent(TextOf(operation.Id, body.Value.GetProperty("example")), Encoding.UTF8, body.Name);
        }

        return request;
    }

    private string TextOf(string operation, JsonElement example)
        => operation == "confirmSecondFactor" ? $$"""{"code":"{{AuthenticatorApp.Code(factorSecret, confirmations++)}}"}"""
            : example.ValueKind == JsonValueKind.String ? names.Translate(example.GetString()!)
            : names.Translate(JsonNode.Parse(example.GetRawText()))!.ToJsonString();

    private IEnumerable<string> HeaderComplaints(DescribedOperation operation, HttpResponseMessage response)
        => !operation.ExampleAnswer.Value.TryGetProperty("headers", out var headers) ? []
            : headers.EnumerateObject()
                .Where(header => description.Resolve(header.Value).TryGetProperty("required", out var required) && required.GetBoolean() && !response.Headers.Contains(header.Name))
                .Select(header => $"{operation}: {header.Name} is missing");

    /// <summary>What an answer has that is not described, or lacks of its example.</summary>
    private IEnumerable<string> Complaints(JsonElement content, string text)
    {
        var (schema, example) = (content.GetProperty("schema"), content.GetProperty("example"));
        var isJson = example.ValueKind != JsonValueKind.String;
        var answer = isJson ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(text);
        foreach (var (one, other) in isJson ? [(example, answer)] : LinesOf(schema, example.GetString()!).Zip(LinesOf(schema, text)))
        {
            names.Learn(one, other);
        }

        return new SchemaCheck(description, isRequest: false).Complaints(schema, answer).Concat(Lacking(example, answer, ""));
    }

    private static IEnumerable<JsonElement> LinesOf(JsonElement schema, string text)
        => schema.TryGetProperty("contentSchema", out _) ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement) : [];

    private static IEnumerable<string> Lacking(JsonElement example, JsonElement answer, string at) => (example.ValueKind, answer.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => example.EnumerateObject().SelectMany(member =>
            answer.TryGetProperty(member.Name, out var same) ? Lacking(member.Value, same, $"{at}/{member.Name}") : [$"{at}/{member.Name} of the example is not in the answer"]),
        (JsonValueKind.Array, JsonValueKind.Array) => example.GetArrayLength() > 0 && answer.GetArrayLength() == 0 ? [$"{at} is empty, and is not in the example"] : [],
        (JsonValueKind.String, JsonValueKind.String) => example.GetString()!.Length > 0 && answer.GetString()!.Length == 0 ? [$"{at} is empty, and is not in the example"] : [],
        _ => [],
    };

    /// <summary>What later callers come with.</summary>
    private void Remember(string operation, string text)
    {
        switch (operation)
        {
            case "createKey":
                callers["second"].DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", JsonDocument.Parse(text).RootElement.Text("apiKey"));
                break;
            case "signIn":
                callers["person"].DefaultRequestHeaders.Remove("X-CSRF-Token");
                callers["person"].DefaultRequestHeaders.Add("X-CSRF-Token", JsonDocument.Parse(text).RootElement.Text("csrfToken"));
                break;
            case "offerSecondFactor":
                factorSecret = JsonDocument.Parse(text).RootElement.Text("secret")!;
                break;
        }
    }
}

using System.Globalization;
using System.Text.Json;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>An operation of the document.</summary>
/// <param name="Method">The method, in upper case.</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Node">What the document says about it.</param>
internal sealed record DescribedOperation(string Method, string Path, JsonElement Node)
{
    public string Id => Node.GetProperty("operationId").GetString()!;

    /// <summary>Its parameters, where it has any; some are references.</summary>
    public IEnumerable<JsonElement> Parameters => Node.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    /// <summary>The media types of its body, each with its description.</summary>
    public IEnumerable<JsonProperty> Bodies => Node.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").EnumerateObject() : [];

    /// <summary>The body of its example; null where it takes none.</summary>
    public JsonProperty? ExampleBody => Bodies.Cast<JsonProperty?>().FirstOrDefault(static body => body!.Value.Value.TryGetProperty("example", out _));

    /// <summary>The answers that it describes, by status; <c>default</c> stands for refusals.</summary>
    public IEnumerable<JsonProperty> Answers => Node.GetProperty("responses").EnumerateObject();

    /// <summary>What its example is answered with: the first answer.</summary>
    public JsonProperty ExampleAnswer => Answers.First();

    /// <summary>The status of <see cref="ExampleAnswer"/>.</summary>
    public int ExampleStatus => int.Parse(ExampleAnswer.Name, CultureInfo.InvariantCulture);

    /// <summary>The media types of an answer, each with its description.</summary>
    public static IEnumerable<JsonProperty> ContentOf(JsonElement answer) => answer.TryGetProperty("content", out var content) ? content.EnumerateObject() : [];

    public override string ToString() => $"{Method} {Path}";
}

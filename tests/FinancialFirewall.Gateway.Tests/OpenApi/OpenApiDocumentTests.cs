using System.Text.Json;
using FinancialFirewall.Gateway.OpenApi;
using FinancialFirewall.Gateway.Tests.Running;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>What holds for the document as a whole.</summary>
[Collection(GatewayCollection.Name)]
public sealed class OpenApiDocumentTests(GatewayFixture fixture)
{
    private static Description? read;

    /// <summary>Read once: every gateway has the same.</summary>
    private Description Document => read ??= Description.Of(fixture.Gateway);

    [Fact]
    public void Operations_OfTheDocument_AreWhatIsMapped()
    {
        string[] mapped = [.. Document.Endpoints.All.SelectMany(static endpoint => endpoint.Method == EndpointTable.AnyMethod
            ? (string[])[$"GET {endpoint.Path}", $"POST {endpoint.Path}"]
            : [$"{endpoint.Method} {endpoint.Path}"])];

        Assert.Equal(mapped.Order(StringComparer.Ordinal), Document.Operations.Select(static operation => operation.ToString()).Order(StringComparer.Ordinal));
        Assert.InRange(mapped.Length, 130, int.MaxValue);
    }

    [Fact]
    public void Endpoints_ThatAreNotDescribed_AreFilesOfPagesAlone()
        => Assert.Equal(
            ["/graphql/{file}", "/openapi/{file}"],
            fixture.Gateway.Endpoints.Where(static endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not null)
                .Select(static endpoint => endpoint.RoutePattern.RawText).Order(StringComparer.Ordinal));

    [Fact]
    public void Document_Frame_IsOpenApi31()
    {
        Assert.Equal("3.1.1", Document.Root.Text("openapi"));
        Assert.All(["title", "version", "summary", "description"], member => Assert.NotEmpty(Document.Root.GetProperty("info").Text(member)!));
        var tags = Document.Root.GetProperty("tags").EnumerateArray().Select(static tag => tag.Text("name")!).ToList();
        Assert.Equal(tags.Distinct(StringComparer.Ordinal), tags);
        Assert.Equal(tags.Order(StringComparer.Ordinal), Document.Operations.Select(static operation => operation.Node.GetProperty("tags")[0].GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_All_LeadSomewhereAndEverythingIsReferredTo()
    {
        var references = AllBelow(Document.Root).Where(static node => node.TryGetProperty("$ref", out _)).Select(static node => node.Text("$ref")!).ToHashSet(StringComparer.Ordinal);
        var components = Document.Root.GetProperty("components").EnumerateObject().Where(static kind => kind.Name != "securitySchemes")
            .SelectMany(static kind => kind.Value.EnumerateObject().Select(one => $"#/components/{kind.Name}/{one.Name}"));

        Assert.All(references, reference => Assert.True(Document.Resolve(reference).HasValue, $"{reference} leads nowhere."));
        Assert.Empty(components.Except(references, StringComparer.Ordinal));
    }

    [Fact]
    public void Operations_All_SayWhatTheyDoAndTakeAndAnswer()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Assert.All(Document.Operations, operation =>
        {
            Assert.True(ids.Add(operation.Id), $"{operation.Id} is there twice.");
            Assert.EndsWith(".", operation.Node.Text("summary"), StringComparison.Ordinal);
            var parameters = operation.Parameters.Select(Document.Resolve).ToList();
            Assert.All(parameters, static parameter => Assert.NotEmpty(parameter.Text("description")!));
            Assert.Equal(ParametersIn(operation.Path), parameters.Where(static parameter => parameter.Text("in") == "path" && parameter.GetProperty("required").GetBoolean()).Select(static parameter => parameter.Text("name")!));
            Assert.True(operation.Bodies.Any() == operation.ExampleBody is not null, $"{operation} has no example.");
            Assert.InRange(operation.ExampleStatus, 200, 204);
            Assert.Equal("default", operation.Answers.Last().Name);
            Assert.All(DescribedOperation.ContentOf(operation.ExampleAnswer.Value), static content => Assert.True(content.Value.TryGetProperty("example", out _)));
            Assert.All(operation.Answers, answer => Assert.NotEmpty(Document.Resolve(answer.Value).Text("description")!));
        });
    }

    [Fact]
    public void Schemas_All_AreUnderstoodAndDescribed()
    {
        var schemas = Document.Root.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();

        Assert.All(schemas, static schema => Assert.NotEmpty(schema.Value.Text("description")!));
        Assert.All(schemas, schema => Assert.Empty(Silent(schema.Value).Select(member => $"{schema.Name}.{member} says nothing")));
        Assert.All(SchemasBelow(Document.Root), static schema => Assert.Subset(SchemaCheck.Keywords.ToHashSet(StringComparer.Ordinal), schema.EnumerateObject().Select(static word => word.Name).ToHashSet(StringComparer.Ordinal)));
        Assert.All(SchemasBelow(Document.Root), static schema => Assert.Empty(UndescribedRequired(schema)));
    }

    [Fact]
    public void Examples_All_FitTheirSchemas()
    {
        var requests = new SchemaCheck(Document, isRequest: true);
        var answers = new SchemaCheck(Document, isRequest: false);
        var complaints = Document.Operations.SelectMany(operation =>
            operation.Bodies.SelectMany(body => Complaints(requests, body.Value))
                .Concat(operation.Answers.SelectMany(answer => DescribedOperation.ContentOf(Document.Resolve(answer.Value))).SelectMany(content => Complaints(answers, content.Value)))
                .Select(complaint => $"{operation}: {complaint}"));

        Assert.Empty(complaints);
    }

    private static IEnumerable<string> Complaints(SchemaCheck check, JsonElement content)
        => content.TryGetProperty("example", out var example) ? check.Complaints(content.GetProperty("schema"), example) : [];

    private static IEnumerable<string> ParametersIn(string path)
        => path.Split('/').Where(static step => step.StartsWith('{')).Select(static step => step.Trim('{', '}'));

    private static IEnumerable<string> Silent(JsonElement schema)
        => schema.TryGetProperty("properties", out var members)
            ? members.EnumerateObject().Where(static member => !member.Value.TryGetProperty("description", out var text) || text.GetString()!.Length == 0).Select(static member => member.Name)
            : [];

    private static IEnumerable<string> UndescribedRequired(JsonElement schema)
        => schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(static name => name.GetString()!).Where(name => !schema.GetProperty("properties").TryGetProperty(name, out _))
            : [];

    /// <summary>Every object of the document but those in examples.</summary>
    private static IEnumerable<JsonElement> AllBelow(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().Where(static member => member.Name != "example").SelectMany(static member => AllBelow(member.Value)).Prepend(node),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(AllBelow),
        _ => [],
    };

    private static IEnumerable<JsonElement> SchemasBelow(JsonElement root)
        => AllBelow(root).SelectMany(static node => node.EnumerateObject())
            .SelectMany(static member => member.Name switch
            {
                "schema" or "items" or "contentSchema" or "additionalProperties" => [member.Value],
                "schemas" or "properties" => member.Value.EnumerateObject().Select(static one => one.Value),
                "anyOf" => (IEnumerable<JsonElement>)member.Value.EnumerateArray(),
                _ => [],
            })
            .Where(static schema => schema.ValueKind == JsonValueKind.Object);
}

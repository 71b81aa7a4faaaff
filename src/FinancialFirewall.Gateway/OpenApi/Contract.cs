using System.Text.Json.Nodes;

namespace FinancialFirewall.Gateway.OpenApi;

/// <summary>
/// What is written by hand about the REST interface: <c>contract/</c>, one file for what everything shares and one for each room. Who may ask, and what every refusal looks like, is in
/// none of them: <see cref="OpenApiDocument"/> takes it from the code.
/// </summary>
internal static class Contract
{
    /// <summary>What everything shares: the frame of the document.</summary>
    private const string Frame = "frame";

    /// <summary>The rooms, in the order in which people read them. Each file has a <c>tag</c>, <c>paths</c> and <c>schemas</c>.</summary>
    private static readonly string[] Rooms =
    [
        "assessments", "assessment-lists", "reviews", "outcomes", "toggles", "switching", "configurations", "policy", "drafts", "backtests", "approval", "lists", "persons",
        "keys", "sessions", "users", "tenants", "audit", "service",
    ];

    /// <summary>The frame with the paths and schemas of every room in it; each operation has the tag of its room.</summary>
    /// <exception cref="InvalidOperationException">Two rooms describe the same operation or schema, or a file is missing.</exception>
    public static JsonObject Read()
    {
        var document = Open(Frame);
        var tags = new JsonArray();
        var paths = new JsonObject();
        var schemas = document["components"]!["schemas"]!.AsObject();
        foreach (var room in Rooms)
        {
            var part = Open(room);
            var tag = Take(part, "tag");
            tags.Add(tag);
            foreach (var (path, methods) in Take(part, "paths"))
            {
                AddOperations(paths, path, methods!.AsObject(), tag["name"]!.GetValue<string>());
            }

            foreach (var (name, schema) in Take(part, "schemas"))
            {
                Add(schemas, name, schema!.DeepClone());
            }
        }

        document["tags"] = tags;
        document["paths"] = paths;
        return document;
    }

    private static void AddOperations(JsonObject paths, string path, JsonObject methods, string tag)
    {
        paths.TryAdd(path, new JsonObject());
        foreach (var (method, operation) in methods)
        {
            var described = operation!.DeepClone();
            described["tags"] = new JsonArray(tag);
            Add(paths[path]!.AsObject(), method, described);
        }
    }

    private static JsonObject Take(JsonObject part, string member)
    {
        var taken = part[member]!.AsObject();
        part.Remove(member);
        return taken;
    }

    private static void Add(JsonObject all, string name, JsonNode described)
    {
        if (!all.TryAdd(name, described))
        {
            throw new InvalidOperationException($"{name} is described twice.");
        }
    }

    private static JsonObject Open(string name)
    {
        using var file = typeof(Contract).Assembly.GetManifestResourceStream($"openapi/contract/{name}.json")
            ?? throw new InvalidOperationException($"contract/{name}.json is not in the assembly.");
        return JsonNode.Parse(file)!.AsObject();
    }
}

using System.Text.Json.Nodes;

namespace GraphQL.Server.Tests.Reference;

/// <summary>
/// Two responses, held against one another. Data is the same member for member. Errors are the same where they stand; below a place that null propagated
/// to, only one has to be told, and which one depends on the order in which fields are executed: there, both have to have at least one.
/// </summary>
internal static class ResponseComparison
{
    public static string? Difference(JsonNode ours, JsonNode theirs)
    {
        var (data, expected) = (ours["data"], theirs["data"]);
        if (!JsonNode.DeepEquals(data, expected))
        {
            return $"data {data?.ToJsonString()} instead of {expected?.ToJsonString()}";
        }

        var (errors, wanted) = (Normal(ours["errors"], data), Normal(theirs["errors"], data));
        return errors.SetEquals(wanted) ? null : $"errors {string.Join(" | ", errors.Except(wanted))} instead of {string.Join(" | ", wanted.Except(errors))}";
    }

    private static HashSet<string> Normal(JsonNode? errors, JsonNode? data)
        => (errors as JsonArray ?? []).Select(error => Place(error!, data)).ToHashSet(StringComparer.Ordinal);

    private static string Place(JsonNode error, JsonNode? data)
    {
        var path = (error["path"] as JsonArray ?? []).ToList();
        var at = data;
        var depth = 0;
        while (at is not null && depth < path.Count)
        {
            at = at is JsonArray list ? list[path[depth]!.GetValue<int>()] : at[path[depth]!.GetValue<string>()];
            depth++;
        }

        var place = string.Join('.', path.Take(depth).Select(key => key!.ToJsonString()));
        return depth < path.Count ? $"below {place}" : $"{place}: {error["message"]} at {error["locations"]?.ToJsonString() ?? "[]"}";
    }
}

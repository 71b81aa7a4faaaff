using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Gateway.OpenApi;

/// <summary>The OpenAPI document of this gateway: the contract, and what the endpoints say about who may ask them.</summary>
internal sealed class OpenApiDocument
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private OpenApiDocument(byte[] json)
    {
        Json = json;
        Tag = Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16));
    }

    /// <summary>The document, UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Names its contents: the beginning of their hash.</summary>
    public string Tag { get; }

    /// <summary>Completes the contract.</summary>
    /// <exception cref="InvalidOperationException">The contract describes what no endpoint answers.</exception>
    public static OpenApiDocument Of(JsonObject contract, EndpointTable endpoints)
    {
        foreach (var (path, item) in contract["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                var demand = endpoints.Find(method.ToUpperInvariant(), path)
                    ?? throw new InvalidOperationException($"The contract describes {method.ToUpperInvariant()} {path}, which no endpoint answers.");
                Complete(operation!.AsObject(), demand.Permission, isReading: method == "get");
            }
        }

        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Options))
        {
            contract.WriteTo(writer);
        }

        return new OpenApiDocument(text.ToArray());
    }

    private static void Complete(JsonObject operation, Permission? permission, bool isReading)
    {
        operation["responses"]!["default"] = Reference("responses", "Problem");
        operation["security"] = permission is { } demanded ? SecurityOf(demanded, isReading) : [];
        if (permission is { } needed)
        {
            string[] roles = [.. RoleNames.Of(PermissionTable.HoldersOf(needed))];
            operation["x-permission"] = EnumNames.Of(needed);
            operation["x-roles"] = new JsonArray([.. roles.Select(static role => JsonValue.Create(role))]);
            operation["description"] = $"{operation["description"]}\n\n{Sentence(needed, roles)}".TrimStart();
        }
    }

    private static string Sentence(Permission permission, string[] roles)
        => $"Takes {(roles.Length == 1 ? "the role" : "one of the roles")} {string.Join(", ", roles)}{(PermissionTable.IsOperatorsAlone(permission) ? " of the tenant operator" : "")}"
            + $"{(PermissionTable.IsPeoplesAlone(permission) ? ", and somebody who is signed in: a key does not do" : "")}.";

    /// <summary>A key in either of two headers, or a session; whoever changes something by a session sends its token too.</summary>
    private static JsonArray SecurityOf(Permission permission, bool isReading)
    {
        var session = new JsonObject { ["session"] = new JsonArray() };
        if (!isReading)
        {
            session["csrfToken"] = new JsonArray();
        }

        return PermissionTable.IsPeoplesAlone(permission)
            ? [session]
            : [new JsonObject { ["bearerKey"] = new JsonArray() }, new JsonObject { ["headerKey"] = new JsonArray() }, session];
    }

    private static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}

using System.Text.Json;
using FinancialFirewall.Gateway.OpenApi;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>The OpenAPI document of a gateway, as a client reads it.</summary>
internal sealed class Description
{
    private Description(JsonElement root, EndpointTable endpoints)
    {
        Root = root;
        Endpoints = endpoints;
        Operations = [.. root.GetProperty("paths").EnumerateObject().SelectMany(static path =>
            path.Value.EnumerateObject().Select(method => new DescribedOperation(method.Name.ToUpperInvariant(), path.Name, method.Value)))];
    }

    /// <summary>The document.</summary>
    public JsonElement Root { get; }

    /// <summary>Every operation, in the order of the document.</summary>
    public IReadOnlyList<DescribedOperation> Operations { get; }

    /// <summary>What is mapped.</summary>
    public EndpointTable Endpoints { get; }

    /// <summary>The document of a gateway, made of what is mapped there.</summary>
    public static Description Of(RunningGateway gateway)
    {
        var endpoints = new EndpointTable(gateway.Endpoints);
        return new Description(JsonDocument.Parse(OpenApiDocument.Of(Contract.Read(), endpoints).Json).RootElement, endpoints);
    }

    /// <summary>Whatever it is, or what it refers to.</summary>
    public JsonElement Resolve(JsonElement described)
        => described.TryGetProperty("$ref", out var reference) ? Resolve(reference.GetString()!) ?? throw new KeyNotFoundException(reference.GetString()) : described;

    /// <summary>What a reference names; null where there is nothing.</summary>
    public JsonElement? Resolve(string reference)
    {
        JsonElement? found = reference.StartsWith("#/", StringComparison.Ordinal) ? Root : null;
        foreach (var step in reference.Split('/').Skip(1))
        {
            found = found is { } place && place.TryGetProperty(step, out var next) ? next : null;
        }

        return found;
    }
}

namespace GraphQL.Server.Requests;

/// <summary>Who asks, as far as the server cares.</summary>
/// <param name="Key">Whose connections and subscriptions are counted together, such as a tenant.</param>
/// <param name="MayIntrospect">Whether the schema is shown.</param>
/// <param name="State">What resolvers are given.</param>
public sealed record Caller(string Key, bool MayIntrospect, object? State);

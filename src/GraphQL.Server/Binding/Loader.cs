namespace GraphQL.Server.Binding;

/// <summary>Fetches values by their keys, many in one call.</summary>
/// <param name="name">What messages call it.</param>
/// <param name="fetch">Fetches; a key that it leaves out has no value.</param>
/// <param name="maxKeys">The most keys of one call; more go in several.</param>
public sealed class Loader<TKey, TValue>(
    string name,
    Func<IReadOnlyList<TKey>, RequestContext, Task<IReadOnlyDictionary<TKey, TValue>>> fetch,
    int maxKeys = 1_000)
    where TKey : notnull
{
    /// <summary>What messages call it.</summary>
    public string Name { get; } = name;

    internal int MaxKeys { get; } = maxKeys;

    internal Task<IReadOnlyDictionary<TKey, TValue>> FetchAsync(IReadOnlyList<TKey> keys, RequestContext request) => fetch(keys, request);
}

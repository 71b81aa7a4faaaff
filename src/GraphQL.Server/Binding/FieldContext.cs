using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Binding;

/// <summary>What a resolver is asked.</summary>
/// <param name="request">The request around.</param>
/// <param name="field">The field.</param>
/// <param name="source">The object that it belongs to; null for root fields.</param>
/// <param name="arguments">What it is given.</param>
public sealed class FieldContext(RequestContext request, FieldDefinition field, object? source, InputObject arguments)
{
    /// <summary>The request around.</summary>
    public RequestContext Request { get; } = request;

    /// <summary>The field.</summary>
    public FieldDefinition Field { get; } = field;

    /// <summary>The object that it belongs to; null for root fields.</summary>
    public object? Source { get; } = source;

    /// <summary>What it is given, with the defaults of the schema.</summary>
    public InputObject Arguments { get; } = arguments;

    /// <summary>Ends when nobody waits for the answer any longer.</summary>
    public CancellationToken Cancellation => Request.Cancellation;

    /// <summary>One value of many: those that are asked for on one level of the response are fetched in one call.</summary>
    public Task<TValue?> LoadAsync<TKey, TValue>(Loader<TKey, TValue> loader, TKey key)
        where TKey : notnull
        => Request.Loads.LoadAsync(loader, key, Request);
}

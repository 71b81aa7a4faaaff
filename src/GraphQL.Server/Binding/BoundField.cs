using GraphQL.Server.Values;

namespace GraphQL.Server.Binding;

/// <summary>How a field is resolved; exactly one of the ways is there.</summary>
internal sealed class BoundField
{
    /// <summary>From the object alone.</summary>
    public Func<object, object?>? FromSource { get; init; }

    /// <summary>From the object and the arguments.</summary>
    public Func<object, InputObject, object?>? FromArguments { get; init; }

    /// <summary>From everything, at once.</summary>
    public Func<FieldContext, object?>? FromContext { get; init; }

    /// <summary>From everything, later.</summary>
    public Func<FieldContext, Task<object?>>? Async { get; init; }

    /// <summary>The events of a field of the subscription type; each is resolved by the other ways, or is the value itself.</summary>
    public Func<FieldContext, IAsyncEnumerable<object?>>? Events { get; init; }
}

using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>What travels with a request; replaced, never changed, so that nothing comes back from the callee.</summary>
internal sealed record RequestContextData(ImmutableSortedDictionary<string, object> Values, CallChain? Chain)
{
    public static readonly RequestContextData Empty = new(ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal), null);
}

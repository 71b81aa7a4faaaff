using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>How the scalars of the schema are read and written.</summary>
internal static class GraphScalars
{
    /// <summary>The scalars by their names.</summary>
    public static IReadOnlyDictionary<string, ScalarCoercion> All { get; } = new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal)
    {
        ["DateTime"] = new DateTimeScalar(),
        ["Decimal"] = new DecimalScalar(),
        ["Long"] = new LongScalar(),
        ["UUID"] = new UuidScalar(),
        ["JSON"] = new JsonScalar(),
    };
}

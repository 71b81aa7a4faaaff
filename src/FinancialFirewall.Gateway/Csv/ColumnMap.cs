namespace FinancialFirewall.Gateway.Csv;

/// <summary>What the columns of a CSV file mean. Columns that no member names are passed over.</summary>
/// <param name="Delimiter">What stands between fields, an ASCII character; null where the first line tells.</param>
/// <param name="Quote">What quotes a field, an ASCII character.</param>
/// <param name="HasHeader">Whether the first row names the columns; else they are named <c>#1</c>, <c>#2</c>, ...</param>
/// <param name="Members">Where each member comes from.</param>
public sealed record ColumnMap(char? Delimiter, char Quote, bool HasHeader, IReadOnlyList<MappedMember> Members)
{
    /// <summary>The most bytes that a map has as JSON.</summary>
    public const int MaximumBytes = 64 * 1024;
}

namespace FinancialFirewall.Gateway.Csv;

/// <summary>What a file's columns seem to be.</summary>
/// <param name="Map">The map that says so.</param>
/// <param name="Columns">Every column, in order.</param>
/// <param name="Missing">Members that every payment needs and that no column seems to be.</param>
public sealed record GuessedMap(ColumnMap Map, IReadOnlyList<GuessedColumn> Columns, IReadOnlyList<string> Missing);

namespace FinancialFirewall.Gateway.Csv;

/// <summary>A column of a file, and what it seems to be.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Member">The member of a payment; empty where none is guessed.</param>
/// <param name="Samples">Its values in the first rows, card numbers masked.</param>
public sealed record GuessedColumn(string Name, string Member, IReadOnlyList<string> Samples);

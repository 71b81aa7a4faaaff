namespace FinancialFirewall.Domain.Lists;

/// <summary>What a change does to a list.</summary>
/// <param name="Added">How many values were not in the list and are now.</param>
/// <param name="Replaced">How many entries took the place of one of the same value.</param>
/// <param name="Removed">How many values were in the list and are not now.</param>
/// <param name="Duplicates">How many of the changes named a value that a later one named again; only the last counts.</param>
public readonly record struct ListChangeCounts(int Added, int Replaced, int Removed, int Duplicates);

namespace FinancialFirewall.Grains.Policies;

/// <summary>One change of a list's contents as it is kept, under the hash of the contents that it leads to. It is never changed.</summary>
/// <param name="Parent">The hash of the contents that it changes.</param>
/// <param name="Revision">How many changes lead there, this one included.</param>
/// <param name="Replaces">Whether nothing of what was in the list before stays.</param>
/// <param name="Blocks">The blocks of the change; empty where an import brought them.</param>
/// <param name="Import">Under which name the blocks of an import are kept; null where there was none.</param>
/// <param name="ImportedBlocks">How many blocks the import has.</param>
internal sealed record StoredListChange(string Parent, int Revision, bool Replaces, IReadOnlyList<byte[]> Blocks, string? Import = null, int ImportedBlocks = 0);

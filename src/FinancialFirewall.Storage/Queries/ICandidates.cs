using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Queries;

/// <summary>Records of one part of the storage that match a query, found group by group.</summary>
internal interface ICandidates
{
    /// <summary>No key that is still to come is above this; <see langword="null"/> where none comes any more.</summary>
    FactKey? Bound { get; }

    /// <summary>The next group, its latest key first; it may be empty.</summary>
    ValueTask<IReadOnlyList<FactKey>> OpenAsync();
}

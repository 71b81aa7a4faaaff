namespace FinancialFirewall.Storage.States;

/// <summary>The sizes of a state store, in bytes.</summary>
public sealed record StateStoreOptions
{
    /// <summary>The longest state. Default: 8 MiB; at most 15 MiB.</summary>
    public int MaximumStateBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The log is compacted when more than twice its living states and this are in it. Default: 32 MiB.</summary>
    public long CompactionSlackBytes { get; init; } = 32L * 1024 * 1024;
}

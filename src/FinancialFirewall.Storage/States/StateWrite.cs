namespace FinancialFirewall.Storage.States;

/// <summary>One change of a state among several that are made together.</summary>
/// <param name="Key">The state.</param>
/// <param name="Bytes">What it is to be.</param>
/// <param name="ExpectedETag">The ETag that it must have; <see langword="null"/> where there must be none yet.</param>
public sealed record StateWrite(StateKey Key, ReadOnlyMemory<byte> Bytes, long? ExpectedETag)
{
    /// <summary>Whether the state is to be deleted instead.</summary>
    internal StateRecordKind Kind { get; init; } = StateRecordKind.Write;

    /// <summary>The deletion of a state that has an ETag.</summary>
    public static StateWrite Deletion(StateKey key, long expectedETag) => new(key, default, expectedETag) { Kind = StateRecordKind.Delete };
}

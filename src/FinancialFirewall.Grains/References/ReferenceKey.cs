using Orleans;

namespace FinancialFirewall.Grains.References;

/// <summary>A transaction reference as it is looked up: its hash, and its bytes to be exact.</summary>
/// <param name="Hash">XxHash64 of the bytes.</param>
/// <param name="Utf8">The reference's UTF-8 bytes.</param>
[GenerateSerializer, Immutable, Alias("ff.ReferenceKey")]
public readonly record struct ReferenceKey([property: Id(0)] ulong Hash, [property: Id(1)] ReadOnlyMemory<byte> Utf8)
{
    /// <summary>Whether both are the same reference.</summary>
    public bool Equals(ReferenceKey other) => Hash == other.Hash && Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <inheritdoc/>
    /// <remarks>The upper half: the lowest bits are the same all over a shard.</remarks>
    public override int GetHashCode() => (int)(Hash >> 32);
}

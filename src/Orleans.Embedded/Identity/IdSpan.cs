using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>The key part of a <see cref="GrainId"/>, compared byte for byte.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>
{
    private readonly string? value;

    private IdSpan(string value) => this.value = value;

    /// <summary>Whether no key was ever set.</summary>
    public bool IsDefault => value is null;

    /// <summary>Makes a key of <paramref name="id"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty.</exception>
    public static IdSpan Create(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new IdSpan(id);
    }

    /// <inheritdoc/>
    public bool Equals(IdSpan other) => string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);

    /// <summary>The key as text; empty where it was never set.</summary>
    public override string ToString() => value ?? "";

    /// <summary>Whether both are the same key.</summary>
    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    /// <summary>Whether the keys differ.</summary>
    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);
}

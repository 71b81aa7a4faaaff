using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>Names a class of grains: what is stored and logged instead of the class's own name.</summary>
public readonly struct GrainType : IEquatable<GrainType>
{
    private readonly string? value;

    private GrainType(string value) => this.value = value;

    /// <summary>Whether no type was ever set.</summary>
    public bool IsDefault => value is null;

    /// <summary>Makes a type of its name.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or empty, or contains a slash, which separates it from the key.</exception>
    public static GrainType Create(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{value}' is not a grain type: '/' separates the type from the key.", nameof(value));
        }

        return new GrainType(value);
    }

    /// <inheritdoc/>
    public bool Equals(GrainType other) => string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);

    /// <summary>The name; empty where it was never set.</summary>
    public override string ToString() => value ?? "";

    /// <summary>Whether both are the same type.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Whether the types differ.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}

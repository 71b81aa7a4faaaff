using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace FinancialFirewall.Domain.Tenants;

/// <summary>Names a tenant: 1 to 40 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>. It is part of every key and every storage signature.</summary>
public readonly record struct TenantId
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumLength = 40;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly string? name;

    /// <summary>Takes a name that is known to be valid.</summary>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a tenant's name.</exception>
    public TenantId(string name)
    {
        if (!IsValid(name))
        {
            throw new ArgumentException($"'{name}' is not a tenant: 1 to {MaximumLength} characters of a-z, 0-9 and '-' are expected.", nameof(name));
        }

        this.name = name;
    }

    /// <summary>The name.</summary>
    public string Name => name ?? throw new InvalidOperationException("This tenant id was never set.");

    /// <summary>Whether <paramref name="name"/> can name a tenant.</summary>
    public static bool IsValid([NotNullWhen(true)] string? name) => IsValid(name.AsSpan());

    /// <inheritdoc cref="IsValid(string?)"/>
    public static bool IsValid(ReadOnlySpan<char> name) => name.Length is > 0 and <= MaximumLength && !name.ContainsAnyExcept(Allowed);

    /// <summary>The name, or nothing where it was never set.</summary>
    public override string ToString() => name ?? "";
}

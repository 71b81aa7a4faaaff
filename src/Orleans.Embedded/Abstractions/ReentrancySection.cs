using System.Runtime.InteropServices;

namespace Orleans.Runtime;

/// <summary>A stretch of code in which call-chain re-entrancy is allowed or suppressed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct ReentrancySection : IDisposable, IEquatable<ReentrancySection>
{
    private readonly RequestContextData? before;
    private readonly Activation? activation;

    internal ReentrancySection(RequestContextData before, Activation? activation, CallChain? chain)
    {
        this.before = before;
        this.activation = activation;
        Chain = chain;
        if (chain is not null)
        {
            activation?.Admission.EnterChain(chain);
        }
    }

    internal CallChain? Chain { get; }

    /// <summary>Ends the section.</summary>
    public void Dispose()
    {
        if (Chain is not null)
        {
            activation?.Admission.LeaveChain(Chain);
        }

        if (before is not null)
        {
            RequestContext.Restore(before);
        }
    }

    /// <inheritdoc/>
    public bool Equals(ReentrancySection other) => ReferenceEquals(Chain, other.Chain) && ReferenceEquals(before, other.before);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ReentrancySection other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Chain?.GetHashCode() ?? 0;

    /// <summary>Whether both are the same section.</summary>
    public static bool operator ==(ReentrancySection left, ReentrancySection right) => left.Equals(right);

    /// <summary>Whether the sections differ.</summary>
    public static bool operator !=(ReentrancySection left, ReentrancySection right) => !left.Equals(right);
}

using System.Reflection;

namespace Orleans.Runtime;

/// <summary>Stands for a grain or an observer: implements its interface by sending requests. Two are equal when they name the same through the same interface.</summary>
public class GrainReference : DispatchProxy, IAddressable, IEquatable<GrainReference>
{
    private GrainInterface? grainInterface;

    /// <summary>Only the runtime makes references; see <see cref="IGrainFactory"/>.</summary>
    public GrainReference()
    {
    }

    /// <summary>What it names.</summary>
    public GrainId GrainId { get; private set; }

    /// <summary>Through which interface.</summary>
    public GrainInterfaceType InterfaceType => Interface.Type;

    /// <summary>The interface's full name.</summary>
    public string InterfaceName => Interface.Type.ToString();

    internal GrainInterface Interface => grainInterface ?? throw new InvalidOperationException("Only the grain factory makes references.");

    /// <inheritdoc/>
    public bool Equals(GrainReference? other)
        => other is not null && GrainId == other.GrainId && ReferenceEquals(grainInterface, other.grainInterface);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{InterfaceName}:{GrainId}";

    internal void Bind(GrainInterface value) => grainInterface = value;

    /// <summary>A reference of the same interface to <paramref name="grainId"/>.</summary>
    internal GrainReference For(GrainId grainId)
    {
        var copy = (GrainReference)MemberwiseClone();
        copy.GrainId = grainId;
        return copy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Interface.MethodOf(targetMethod!).Call(this, args ?? []);
}

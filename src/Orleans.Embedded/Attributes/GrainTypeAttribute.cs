namespace Orleans;

/// <summary>Gives a grain class a type name of its own, instead of its class name in lower case without <c>Grain</c>.</summary>
/// <param name="grainType">The name, without a slash.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    /// <summary>The name.</summary>
    public string GrainType { get; } = grainType;
}

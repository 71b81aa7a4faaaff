namespace Orleans.Runtime;

/// <summary>Names the state that a constructor's parameter asks for.</summary>
/// <param name="stateName">The name of the state in the store.</param>
/// <param name="storageName">The name under which the store was added; the default store where null.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute, IPersistentStateConfiguration
{
    /// <inheritdoc/>
    public string StateName { get; } = stateName;

    /// <inheritdoc/>
    public string? StorageName { get; } = storageName;
}

namespace Orleans.Runtime;

/// <summary>Which state of which store.</summary>
public interface IPersistentStateConfiguration
{
    /// <summary>The name of the state in the store.</summary>
    string StateName { get; }

    /// <summary>The name under which the store was added; the default store where null.</summary>
    string? StorageName { get; }
}

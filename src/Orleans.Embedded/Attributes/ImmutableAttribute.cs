namespace Orleans;

/// <summary>Promises that what it marks is never changed after it was sent. Here every message is held to that promise.</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ImmutableAttribute : Attribute;

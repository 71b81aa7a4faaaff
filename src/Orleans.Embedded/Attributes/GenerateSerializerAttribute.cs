namespace Orleans;

/// <summary>Marks a message or state for Orleans' code generator. Nothing is serialised here, so it changes nothing.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;

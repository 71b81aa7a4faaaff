namespace Orleans.Concurrency;

/// <summary>Says that the marked method changes nothing: such requests interleave with each other, and with no others.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;

namespace Orleans.Concurrency;

/// <summary>The caller of the marked method is answered at once and never learns how it ended.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;

namespace Orleans.Concurrency;

/// <summary>Lets requests of the marked method interleave with every other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;

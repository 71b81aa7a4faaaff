namespace Orleans.Concurrency;

/// <summary>Lets all requests of the marked grain class interleave at their awaits.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;

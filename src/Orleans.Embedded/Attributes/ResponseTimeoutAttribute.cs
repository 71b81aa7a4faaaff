using System.Globalization;

namespace Orleans;

/// <summary>How long a call of the marked method, or of any of the marked interface, may take.</summary>
/// <param name="timeout">The time as <see cref="TimeSpan"/> writes it, such as <c>00:00:05</c>.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    /// <summary>The longest time a call may take.</summary>
    public TimeSpan? Timeout { get; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
}

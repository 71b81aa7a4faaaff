using System.Globalization;

namespace GraphQL.Server.Values;

/// <summary>A place inside an input value.</summary>
/// <param name="Parent">The place around; null at the top.</param>
/// <param name="Key">A field (<see cref="string"/>) or an index (<see cref="int"/>).</param>
internal sealed record InputPath(InputPath? Parent, object Key)
{
    /// <summary>As messages say it, such as <c> at .payments[2].amount</c>; empty at the top.</summary>
    public static string Describe(InputPath? path) => path is null ? "" : $" at {path}";

    public override string ToString()
        => $"{Parent}{(Key is int index ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : $".{Key}")}";
}

using System.Globalization;

namespace FinancialFirewall.Domain.Documents;

/// <summary>Places inside a JSON document, RFC 6901.</summary>
internal static class JsonPointer
{
    /// <summary>A member of the object at <paramref name="parent"/>.</summary>
    internal static string Member(string parent, string name)
        => $"{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>An item of the array at <paramref name="parent"/>, counted from 0.</summary>
    internal static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
}

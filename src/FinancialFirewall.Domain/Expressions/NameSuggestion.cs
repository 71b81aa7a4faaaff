using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Suggests the name that someone most likely meant.</summary>
internal static class NameSuggestion
{
    /// <summary>The nearest of some names to the last part of what was found, in quotes; nothing where none is near enough to be meant.</summary>
    public static string? Of(string found, IEnumerable<string> names)
        => NearestName.Find(found[(found.LastIndexOf('.') + 1)..], names.ToArray()) is { } nearest ? $"'{nearest}'" : null;
}

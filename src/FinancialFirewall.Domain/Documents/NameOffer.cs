using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Documents;

/// <summary>Offers the name that was probably meant.</summary>
internal static class NameOffer
{
    /// <summary>A sentence that offers the nearest candidate, or lists them all when none is near.</summary>
    internal static string For(string name, IReadOnlyCollection<string> candidates)
        => NearestName.Find(name, candidates.ToArray()) is { } nearest ? $"Did you mean '{nearest}'?" : $"Expected one of: {string.Join(", ", candidates)}.";
}

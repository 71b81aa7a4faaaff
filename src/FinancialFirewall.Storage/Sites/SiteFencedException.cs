using System.Globalization;

namespace FinancialFirewall.Storage.Sites;

/// <summary>Another site leads in a higher term: nothing more is published here.</summary>
/// <param name="term">The higher term.</param>
public sealed class SiteFencedException(uint term)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Another site leads in term {term}, and this one is fenced: it answers no payment any more."))
{
    /// <summary>The higher term.</summary>
    public uint Term { get; } = term;
}

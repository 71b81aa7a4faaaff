namespace FinancialFirewall.Domain.Toggles;

/// <summary>Whether the fraud check is on for a context, and why.</summary>
/// <param name="IsEnabled">Whether it is on; it is where no toggle applies.</param>
/// <param name="Winner">The toggle that decided; null where none applies.</param>
/// <param name="Losers">All others with their reasons, in the order they were given.</param>
public sealed record ToggleResolution(bool IsEnabled, Toggle? Winner, IReadOnlyList<ToggleLoss> Losers)
{
    /// <summary>The winner's level; null where no toggle applies.</summary>
    public ToggleLevel? Level => Winner?.Level;
}

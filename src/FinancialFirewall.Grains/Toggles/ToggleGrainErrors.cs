using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>The refusals of <see cref="IToggleGrain"/> beside those of toggles themselves.</summary>
internal static class ToggleGrainErrors
{
    /// <summary>There is nothing that a toggle could be part of.</summary>
    public static Error NoPolicy { get; } = new(
        ErrorKind.Conflict, "POLICY_MISSING", "", "", "The tenant has no policy yet: import a policy file before changing its toggles.");

    /// <summary>Another toggle decides for the same context, whatever this one says.</summary>
    public static Error Overruled(Toggle winner, bool wanted) => new(
        ErrorKind.Conflict,
        "TOGGLE_OVERRULED",
        "isEnabled",
        wanted ? "true" : "false",
        $"The toggle {winner.Id} (level {winner.Level}, priority {winner.Priority}) would still win and keep the check {(winner.IsEnabled ? "on" : "off")}: change that one.");
}

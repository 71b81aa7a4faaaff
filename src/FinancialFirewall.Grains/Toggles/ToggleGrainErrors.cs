using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>The refusals of <see cref="IToggleGrain"/> beside those of toggles themselves.</summary>
internal static class ToggleGrainErrors
{
    /// <summary>Another toggle decides for the same context, whatever this one says.</summary>
    public static Error Overruled(Toggle winner, bool wanted) => new(
        ErrorKind.Conflict,
        "TOGGLE_OVERRULED",
        "isEnabled",
        wanted ? "true" : "false",
        $"The toggle {winner.Id} (level {winner.Level}, priority {winner.Priority}) would still win and keep the check {(winner.IsEnabled ? "on" : "off")}: change that one.");

    /// <summary>There is no such toggle.</summary>
    public static Error Unknown(Guid id) => new(
        ErrorKind.NotFound, "TOGGLE_UNKNOWN", "id", id.ToString("D"), "There is no toggle with this id.");

    /// <summary>Somebody else changed the toggle since the caller read it.</summary>
    public static Error Changed(string tag) => new(
        ErrorKind.Conflict, "TOGGLE_CHANGED", "If-Match", tag, "The toggle was changed since: read it again and apply the change to it.");
}

using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>The refusals of <see cref="IShadowGrain"/> beside those of drafts.</summary>
internal static class ShadowErrors
{
    public static Error Unknown(Guid draft) => new(
        ErrorKind.NotFound, "SHADOW_UNKNOWN", "id", draft.ToString("D"), "This draft does not run beside the policy in force, or the process was started anew since: start it.");

    public static Error Exhausted { get; } = new(
        ErrorKind.Unavailable, "SHADOWS_EXHAUSTED", "", "", $"{ShadowRoom.Maximum} drafts run beside policies in this process, the most at once: end one, or try again in a while.");
}

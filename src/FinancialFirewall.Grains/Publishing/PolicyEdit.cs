using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>A change of the policy in force that was worked out and is to be published.</summary>
/// <param name="Next">The policy as it is to be.</param>
/// <param name="Changed">What is new, changed or gone.</param>
/// <param name="Note">What is noted about it; null for what is noted of a whole file.</param>
/// <param name="Place">Where what the caller sent stands in the policy's file, as a JSON pointer: refusals name places below it as the caller knows them.</param>
internal sealed record PolicyEdit<T>(PolicyDocument Next, T Changed, AuditNote? Note, string Place = "")
{
    /// <summary>Where the change comes from; null where whoever publishes it made it, and says nothing about it.</summary>
    public PolicyOrigin? Origin { get; init; }
}

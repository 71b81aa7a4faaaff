using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>How far an open review has come.</summary>
/// <param name="ClaimedBy">Who has it; empty where nobody took it.</param>
/// <param name="ClaimedUntil">Until when.</param>
/// <param name="VotedBy">The first of two persons, who decided; empty where nobody has.</param>
internal sealed record ReviewProgress(string ClaimedBy, Instant ClaimedUntil, string VotedBy)
{
    /// <summary>Nobody has looked at it.</summary>
    public static ReviewProgress None { get; } = new("", default, "");
}

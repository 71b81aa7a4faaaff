using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>A rule in the expression language.</summary>
/// <param name="Name">The factor's name, unique in its configuration and none of the families' factors.</param>
/// <param name="Expression">The condition, as written.</param>
/// <param name="Weight">What it adds to the score where it holds.</param>
/// <param name="Enabled">Whether it takes part; true where null.</param>
public sealed record CustomRule(string Name, string Expression, Score Weight, bool? Enabled = null)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 100;

    /// <summary>Whether it takes part.</summary>
    public bool IsEnabled => Enabled ?? true;
}

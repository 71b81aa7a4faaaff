using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// What a policy decided about one payment, and by which step. A plain value: the policy gives its numbers their names. Same payment, same
/// aggregates and same policy give the same outcome, on any machine.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public struct Outcome : IEquatable<Outcome>
{
    /// <summary>What becomes of the payment.</summary>
    public Decision Decision { get; set; }

    /// <summary>How risky it is.</summary>
    public RiskLevel Level { get; set; }

    /// <summary>The score of the factors that hold; 0 under a disabled toggle and without a configuration.</summary>
    public Score Score { get; set; }

    /// <summary>The step that decided, as far as the payment could be evaluated.</summary>
    public DecisionStep Step { get; set; }

    /// <summary>What else there is to say.</summary>
    public OutcomeFlags Flags { get; set; }

    /// <summary>Which parts of the deciding criterion hold.</summary>
    public CriterionParts Parts { get; set; }

    /// <summary>The configuration's place in the policy; -1 when none applies or none was asked for.</summary>
    public short ConfigurationIndex { get; set; }

    /// <summary>The deciding toggle's place in the policy; -1 when none applies.</summary>
    public short ToggleIndex { get; set; }

    /// <summary>The deciding list's place in the policy; -1 when no list decided.</summary>
    public short ListIndex { get; set; }

    /// <summary>The factors that hold, by their place in the configuration's table.</summary>
    public FactorSet Held { get; set; }

    /// <summary>The factors that could not be evaluated.</summary>
    public FactorSet Unknown { get; set; }

    /// <summary>Whether something could not be evaluated.</summary>
    public readonly bool IsDegraded => (Flags & OutcomeFlags.Degraded) != OutcomeFlags.None;

    /// <summary>Whether the payment is reserved in the sums: everything that is not rejected is.</summary>
    public readonly bool IsAccepted => Decision != Decision.Reject;

    /// <summary>Whether two outcomes are the same in every respect.</summary>
    public static bool operator ==(Outcome left, Outcome right) => left.Equals(right);

    /// <summary>Whether two outcomes differ.</summary>
    public static bool operator !=(Outcome left, Outcome right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(Outcome other)
        => Decision == other.Decision && Level == other.Level && Score == other.Score && Step == other.Step && Flags == other.Flags
            && Parts == other.Parts && ConfigurationIndex == other.ConfigurationIndex && ToggleIndex == other.ToggleIndex
            && ListIndex == other.ListIndex && Held == other.Held && Unknown == other.Unknown;

    /// <inheritdoc/>
    public readonly override bool Equals(object? obj) => obj is Outcome other && Equals(other);

    /// <inheritdoc/>
    public readonly override int GetHashCode() => Held.GetHashCode() ^ ((int)Decision << 24) ^ ((int)Step << 16) ^ Score.TenThousandths;

    /// <summary>For people who look at a test: decision, step and factors.</summary>
    public readonly override string ToString()
        => $"{Decision} {Score} {Level} by {Step} ({Flags}, {Parts}), configuration {ConfigurationIndex}, toggle {ToggleIndex}, list {ListIndex}, held {Held}, unknown {Unknown}";
}

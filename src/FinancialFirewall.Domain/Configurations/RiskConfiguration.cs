using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>
/// What is checked for a part of a tenant's payments, and how (FraudRiskConfiguration). The tenant is implied: a configuration is only ever held with
/// its tenant's others.
/// </summary>
public sealed record RiskConfiguration
{
    /// <summary>The priority of a configuration that states none.</summary>
    public const int DefaultPriority = 1;

    /// <summary>The version of a configuration that states none.</summary>
    public const string DefaultVersion = "1.0";

    /// <summary>Identifies the configuration in its tenant.</summary>
    public required Guid Id { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public required string ConfigurationName { get; init; }

    /// <summary>The payment type it is for; null for all.</summary>
    public string? PaymentType { get; init; }

    /// <summary>The local instrument it is for; null for all.</summary>
    public string? LocalInstrumentationCode { get; init; }

    /// <summary>The clearing system it is for; null for all.</summary>
    public string? ClearingSystemCode { get; init; }

    /// <summary>Whose payments it is for.</summary>
    public ConfiguredPaymentSource PaymentSource { get; init; } = ConfiguredPaymentSource.Both;

    /// <summary>How rules and the bank's engine work together.</summary>
    public RiskAssessmentType RiskAssessmentType { get; init; } = RiskAssessmentType.RealTime;

    /// <summary>The bank's own engine; null where there is none.</summary>
    public BankFraudApiConfig? BankFraudApiConfig { get; init; }

    /// <summary>What makes the score; null where nothing does.</summary>
    public RiskRules? RiskRules { get; init; }

    /// <summary>When each decision is taken; null where <see cref="Thresholds"/> decide.</summary>
    public DecisionCriteria? DecisionCriteria { get; init; }

    /// <summary>Scores at which decisions and levels begin; the defaults where null.</summary>
    public Thresholds? Thresholds { get; init; }

    /// <summary>How long to wait; null where not given.</summary>
    public TimeoutConfig? TimeoutConfig { get; init; }

    /// <summary>How calls are tried again; null where not given.</summary>
    public RetryConfig? RetryConfig { get; init; }

    /// <summary>When calls are not even tried; null where not given.</summary>
    public CircuitBreakerConfig? CircuitBreakerConfig { get; init; }

    /// <summary>What stands for what could not be evaluated; null where not given.</summary>
    public FallbackConfig? FallbackConfig { get; init; }

    /// <summary>What is watched; null where not given.</summary>
    public MonitoringConfig? MonitoringConfig { get; init; }

    /// <summary>What raises alerts; null where not given.</summary>
    public AlertingConfig? AlertingConfig { get; init; }

    /// <summary>Whether it takes part at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>At least 1; the lowest number decides.</summary>
    public int Priority { get; init; } = DefaultPriority;

    /// <summary>The author's own version, 1 to 20 characters.</summary>
    public string Version { get; init; } = DefaultVersion;

    /// <summary>At most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>When it was created; between otherwise equal ones the newest decides.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public required Instant UpdatedAt { get; init; }

    /// <summary>Who created it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>Which members its document stated although they have the value that they would have anyway.</summary>
    public StatedMembers Stated { get; init; }

    /// <summary>The part of the tenant's payments it is for, apart from their source.</summary>
    public ToggleContext Scope => new(PaymentType, LocalInstrumentationCode, ClearingSystemCode);

    /// <summary>The deepest member it names.</summary>
    public ToggleLevel Level => Scope.Level;

    /// <summary>How the factors make the score.</summary>
    public ScoringMethod Scoring => Thresholds?.Scoring ?? RiskRules?.Scoring ?? ScoringMethod.Sum;

    /// <summary>The decision that stands for what could not be evaluated.</summary>
    public Decision FallbackDecision => FallbackConfig?.Decision ?? Decision.ManualReview;
}

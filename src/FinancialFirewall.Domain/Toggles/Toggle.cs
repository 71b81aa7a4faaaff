using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>
/// Says for a part of a tenant's payments whether the fraud check is on (FraudApiToggleConfiguration). The tenant is implied: a toggle is only ever
/// held with its tenant's other toggles.
/// </summary>
public sealed record Toggle
{
    /// <summary>The priority of a toggle that states none.</summary>
    public const int DefaultPriority = 100;

    /// <summary>The longest reason, in characters.</summary>
    public const int MaximumReasonLength = 500;

    /// <summary>Identifies the toggle in its tenant.</summary>
    public required Guid Id { get; init; }

    /// <summary>The payment type it is for; null for all.</summary>
    public string? PaymentType { get; init; }

    /// <summary>The local instrument it is for; null for all.</summary>
    public string? LocalInstrumentationCode { get; init; }

    /// <summary>The clearing system it is for; null for all.</summary>
    public string? ClearingSystemCode { get; init; }

    /// <summary>Whether the fraud check is on where this toggle wins.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>Why the check is on; only where <see cref="IsEnabled"/>.</summary>
    public string? EnabledReason { get; init; }

    /// <summary>Why the check is off; only where not <see cref="IsEnabled"/>.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>From when on it applies, this moment included; null for always.</summary>
    public Instant? EffectiveFrom { get; init; }

    /// <summary>Until when it applies, this moment excluded; null for ever.</summary>
    public Instant? EffectiveUntil { get; init; }

    /// <summary>At least 1; inside one level the lowest number wins.</summary>
    public int Priority { get; init; } = DefaultPriority;

    /// <summary>Whether it takes part at all.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Who created it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>When it was created; between equal priorities the newest wins.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public required Instant UpdatedAt { get; init; }

    /// <summary>Which members its document stated although they have the value that they would have anyway.</summary>
    public StatedMembers Stated { get; init; }

    /// <summary>The part of the tenant's payments it is for.</summary>
    public ToggleContext Scope => new(PaymentType, LocalInstrumentationCode, ClearingSystemCode);

    /// <summary>The deepest member it names.</summary>
    public ToggleLevel Level => Scope.Level;

    /// <summary>The reason that belongs to its state; null where none was given.</summary>
    public string? Reason => IsEnabled ? EnabledReason : DisabledReason;

    /// <summary>Whether it applies at a moment to what it names.</summary>
    public bool IsEffectiveAt(Instant now) => IsActive && !IsFutureAt(now) && !IsExpiredAt(now);

    /// <summary>Whether its window has not begun at a moment; it takes part from then on, if it is active.</summary>
    public bool IsFutureAt(Instant now) => EffectiveFrom is { } from && now < from;

    /// <summary>Whether its window is over at a moment.</summary>
    public bool IsExpiredAt(Instant now) => EffectiveUntil is { } until && now >= until;
}

namespace FinancialFirewall.Grains.Shadows;

/// <summary>How a shadow stands.</summary>
public enum ShadowStatus
{
    /// <summary>It reads what its windows reach back to; nothing is compared yet.</summary>
    Filling,

    /// <summary>It decides each payment that was decided since it was started.</summary>
    Running,

    /// <summary>Somebody ended it.</summary>
    Ended,

    /// <summary>The draft was changed, published or discarded.</summary>
    DraftGone,

    /// <summary>Something else than entries of lists was published since: the draft has to be brought up to date.</summary>
    Outdated,

    /// <summary>Its windows take more memory than it may have.</summary>
    TooLarge,
}

namespace FinancialFirewall.Gateway.Batches;

/// <summary>How a batch ended.</summary>
public enum BatchEnd
{
    /// <summary>It did not end yet.</summary>
    None,

    /// <summary>The input ended where it should.</summary>
    Complete,

    /// <summary>From some place on the input could not be read.</summary>
    Broken,

    /// <summary>The input broke off.</summary>
    CutOff,

    /// <summary>Nothing arrived for too long.</summary>
    Idle,

    /// <summary>The firewall is stopping.</summary>
    Stopping,

    /// <summary>Nobody reads the answers any more.</summary>
    Unread,
}

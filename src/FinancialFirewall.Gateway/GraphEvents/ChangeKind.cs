namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>What happened to something.</summary>
internal enum ChangeKind
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It is different.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Deleted,
}

namespace FinancialFirewall.Storage.Sites;

/// <summary>What may become of a commit that is on the leader's disk.</summary>
internal enum Publication
{
    /// <summary>Whoever waits for it is answered.</summary>
    Allowed,

    /// <summary>It waits for the follower.</summary>
    Waits,

    /// <summary>It is never published: another site leads.</summary>
    Refused,
}

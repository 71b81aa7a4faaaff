namespace FinancialFirewall.Storage.Sites;

/// <summary>What a data directory is to its other site.</summary>
public enum SiteRole
{
    /// <summary>It records payments.</summary>
    Leader,

    /// <summary>It follows a leader and records nothing of its own.</summary>
    Follower,

    /// <summary>Another site leads in a higher term: it may hold what that one does not, and records nothing.</summary>
    Fenced,

    /// <summary>It is being copied from a leader and is no data directory yet.</summary>
    Copying,
}

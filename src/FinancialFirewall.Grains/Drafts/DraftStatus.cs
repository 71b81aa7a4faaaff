namespace FinancialFirewall.Grains.Drafts;

/// <summary>How far a draft is on its way to be published. The numbers are kept on disk.</summary>
public enum DraftStatus : byte
{
    /// <summary>Somebody works on it.</summary>
    Open = 1,

    /// <summary>It waits for somebody else to approve or to reject it, and does not change.</summary>
    Submitted = 2,

    /// <summary>It was rejected, with a reason, and can be changed and submitted again.</summary>
    Rejected = 3,
}

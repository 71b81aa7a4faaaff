namespace FinancialFirewall.Grains.Lists;

/// <summary>How an import stands.</summary>
public enum ListImportStatus
{
    /// <summary>Entries are being read.</summary>
    Reading,

    /// <summary>Everything was read, and is being put in force.</summary>
    Publishing,

    /// <summary>It is in force; one that was only tried has been counted.</summary>
    Done,

    /// <summary>Some of it was no entry, or it could not be put in force; nothing was changed.</summary>
    Refused,

    /// <summary>Somebody cancelled it; nothing was changed.</summary>
    Cancelled,

    /// <summary>Its sender went away; nothing was changed.</summary>
    Abandoned,
}

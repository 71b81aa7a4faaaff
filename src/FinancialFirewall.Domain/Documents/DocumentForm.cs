namespace FinancialFirewall.Domain.Documents;

/// <summary>For whom a document is written.</summary>
public enum DocumentForm
{
    /// <summary>For a file or for storage: what was stated and nothing else; secrets as they are held.</summary>
    File,

    /// <summary>For a caller: defaults are written out and secrets are masked.</summary>
    Answer,
}

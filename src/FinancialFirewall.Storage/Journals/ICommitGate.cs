namespace FinancialFirewall.Storage.Journals;

/// <summary>Stands between what is on disk and what is shown: a commit is published, and whoever waits for it is answered, once the gate lets it pass.</summary>
internal interface ICommitGate
{
    /// <summary>Completes when a commit may be published.</summary>
    /// <param name="directory">The directory of the log.</param>
    /// <param name="end">Where the log ends with the commit.</param>
    /// <exception cref="Exception">It must never be: the log fails with this reason.</exception>
    ValueTask PassAsync(string directory, LogChain end);
}

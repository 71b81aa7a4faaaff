namespace FinancialFirewall.Host.Assessing;

/// <summary>A directory that is gone when it is no longer needed.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("firewall-assess-");

    /// <summary>Where it is.</summary>
    public string Path => directory.FullName;

    /// <summary>Deletes it with all that is in it.</summary>
    public void Dispose() => directory.Delete(recursive: true);
}

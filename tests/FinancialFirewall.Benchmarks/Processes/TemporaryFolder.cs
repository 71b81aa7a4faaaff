namespace FinancialFirewall.Benchmarks.Processes;

/// <summary>A folder that is removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder;

    /// <summary>Makes it inside another one.</summary>
    public TemporaryFolder(string parent) => folder = Directory.CreateDirectory(Path.Combine(parent, $"firewall-load-{Guid.NewGuid():N}"));

    /// <summary>The bytes of all files in it.</summary>
    public long Bytes => folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);

    /// <summary>The path of something in it.</summary>
    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}

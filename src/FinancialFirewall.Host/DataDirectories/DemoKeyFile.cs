namespace FinancialFirewall.Host.DataDirectories;

/// <summary>Keeps the demo tenant's API key where only the owner of the data directory can read it.</summary>
internal static class DemoKeyFile
{
    private const string Name = "demo.key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the key is kept.</summary>
    public static string PathIn(string dataDirectory) => Path.Combine(dataDirectory, Name);

    /// <summary>Whether there is one.</summary>
    public static bool ExistsIn(string dataDirectory) => File.Exists(PathIn(dataDirectory));

    /// <summary>Keeps the key: whole or not at all.</summary>
    public static async Task WriteAsync(string dataDirectory, string key, CancellationToken cancellationToken)
    {
        var path = PathIn(dataDirectory);
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using (var file = new FileStream(unfinished, options))
        {
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(key + "\n"), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}

using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Host.DataDirectories;

/// <summary>Keeps the first API key of a tenant where only the owner of the data directory can read it: in <c>TENANT.key</c>.</summary>
internal static class TenantKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the key is kept.</summary>
    public static string PathIn(string dataDirectory, TenantId tenant) => Path.Combine(dataDirectory, $"{tenant.Name}.key");

    /// <summary>Whether there is one.</summary>
    public static bool ExistsIn(string dataDirectory, TenantId tenant) => File.Exists(PathIn(dataDirectory, tenant));

    /// <summary>Keeps the key: whole or not at all.</summary>
    public static async Task WriteAsync(string dataDirectory, TenantId tenant, string key, CancellationToken cancellationToken)
    {
        var path = PathIn(dataDirectory, tenant);
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

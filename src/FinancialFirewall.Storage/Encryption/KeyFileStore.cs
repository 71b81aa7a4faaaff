using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>The key files of a data directory: each is there whole, in its old or its new content.</summary>
internal sealed class KeyFileStore(IDisk disk, string directory)
{
    private const string Suffix = ".ff";
    private const string Unfinished = ".tmp";

    private readonly string tenants = directory + "/tenants";

    public string RootPath => $"{directory}/root{Suffix}";

    public string PathOf(TenantId? owner) => owner is { } tenant ? $"{tenants}/{tenant.Name}{Suffix}" : RootPath;

    /// <summary>Makes the directories, durably.</summary>
    public async ValueTask CreateAsync()
    {
        await disk.CreateDirectoryAsync(tenants);
        await disk.SyncDirectoryAsync("");
        await disk.SyncDirectoryAsync(directory);
    }

    /// <summary>The tenants that have a file, in ordinal order.</summary>
    public async ValueTask<List<TenantId>> ListAsync()
    {
        var found = new List<TenantId>();
        foreach (var entry in await disk.ListAsync(tenants))
        {
            var name = entry.Name.EndsWith(Suffix, StringComparison.Ordinal) ? entry.Name[..^Suffix.Length] : "";
            if (!entry.IsDirectory && TenantId.IsValid(name))
            {
                found.Add(new TenantId(name));
            }
        }

        return found;
    }

    /// <summary>Reads an owner's file: <see langword="null"/> twice where there is none, and damage where it is not what was written.</summary>
    public async ValueTask<(KeyFile? File, StorageDamage? Damage)> ReadAsync(TenantId? owner)
    {
        var path = PathOf(owner);
        if (!await disk.ExistsAsync(path))
        {
            return (null, null);
        }

        await using var opened = await disk.OpenAsync(path, DiskFileUse.Read);
        var bytes = new byte[Math.Min(KeyFile.MaximumLength + 1, await opened.GetLengthAsync())];
        var read = await opened.ReadAsync(0, bytes);
        var (file, problem) = KeyFile.Read(bytes.AsSpan(0, read));
        if (file is not null && file.Owner != owner)
        {
            problem = $"these are the keys of {(file.Owner is { } other ? $"the tenant '{other}'" : "the directory")}, under another name.";
        }

        return problem is null ? (file, null) : (null, Damaged(owner, problem));
    }

    /// <summary>Replaces an owner's file, durably when the task completes.</summary>
    public async ValueTask WriteAsync(KeyFile file)
    {
        var path = PathOf(file.Owner);
        await disk.DeleteAsync(path + Unfinished);
        await using (var written = await disk.CreateAsync(path + Unfinished, DiskFileUse.Write))
        {
            await written.WriteAsync(0, [file.ToBytes()]);
            await (PlantedBugs.SkipKeyFlush ? ValueTask.CompletedTask : written.FlushAsync());
        }

        await disk.RenameAsync(path + Unfinished, path);
        await disk.SyncDirectoryAsync(file.Owner is null ? directory : tenants);
    }

    /// <summary>Damage of an owner's file.</summary>
    public StorageDamage Damaged(TenantId? owner, string problem)
        => new(PathOf(owner), 0, problem, "Without its keys the data cannot be read: restore the directory 'keys' from a backup, and check the disk.");
}

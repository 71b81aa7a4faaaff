using System.Globalization;
using System.Security.Cryptography;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Keys;

/// <summary>The work of <c>firewall keys</c>.</summary>
internal static class KeyCommands
{
    /// <summary>Makes a file with a new master key.</summary>
    public static Task<ExitCode> CreateAsync(string path)
    {
        var created = new MasterKeyFile(path).Create();
        Require(created.IsSuccess, created.Errors);
        Console.Out.WriteLine($"Master key {created.Value} is in '{path}'. Keep a copy of it elsewhere: without it nobody can read what it opens.");
        return Task.FromResult(ExitCode.Done);
    }

    /// <summary>Shows which keys a data directory has.</summary>
    public static async Task<ExitCode> ListAsync(string dataDirectory, IMasterKeySource source, CancellationToken cancellationToken)
    {
        RequireDirectory(dataDirectory);
        using var disk = new FileSystemDisk(dataDirectory);
        using var keyring = await OpenAsync(disk, source, isReadOnly: true, cancellationToken);
        Console.Out.WriteLine($"Master key {keyring.MasterKeyId}, from {source.Description}");
        foreach (var key in keyring.List())
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  tenant {key.Tenant}: key {key.Number}, made {key.Created}{(key.IsCurrent ? ", in use" : ", opens what it sealed")}"));
        }

        return ExitCode.Done;
    }

    /// <summary>Replaces the master key: in a file by a new one, elsewhere by the one that its owner put in the first place.</summary>
    public static async Task<ExitCode> RotateMasterAsync(string dataDirectory, IMasterKeySource source, CancellationToken cancellationToken)
    {
        RequireDirectory(dataDirectory);
        if (source is MasterKeyFile file)
        {
            await RequireRightFileAsync(dataDirectory, file, cancellationToken);
            var added = file.AddKey();
            Require(added.IsSuccess, added.Errors);
            Console.Out.WriteLine($"'{file.Path}' now begins with master key {added.Value}. The earlier ones in it are needed only for earlier copies of the data.");
        }

        return await RotateAsync(dataDirectory, source, new KeyRotationRequest(true, null), cancellationToken);
    }

    /// <summary>Replaces the key of a tenant, or of all.</summary>
    public static Task<ExitCode> RotateTenantsAsync(
        string dataDirectory, IMasterKeySource source, string? tenant, CancellationToken cancellationToken)
    {
        RequireDirectory(dataDirectory);
        if (tenant is not null && !TenantId.IsValid(tenant))
        {
            throw new CommandFailedException(ExitCode.Usage, $"'{tenant}' is not a tenant: 1 to {TenantId.MaximumLength} characters of a-z, 0-9 and '-' are expected.");
        }

        var request = new KeyRotationRequest(false, tenant is null ? null : new TenantId(tenant));
        return RotateAsync(dataDirectory, source, request, cancellationToken);
    }

    private static async Task<ExitCode> RotateAsync(
        string dataDirectory, IMasterKeySource source, KeyRotationRequest request, CancellationToken cancellationToken)
    {
        using var disk = new FileSystemDisk(dataDirectory);
        if (await disk.GetLockOwnerAsync(DataDirectory.LockName) is { } owner)
        {
            var mailbox = new Mailbox(dataDirectory, KeyRotationRequest.MailboxName, TimeProvider.System);
            Console.Out.WriteLine(await mailbox.AskAsync(MailboxRequest.New(request.ToText()), owner, cancellationToken));
            return ExitCode.Done;
        }

        var locked = await disk.LockAsync(DataDirectory.LockName);
        Require(locked.IsSuccess, locked.Errors);
        await using var held = locked.Value;
        using var keyring = await OpenAsync(disk, source, isReadOnly: false, cancellationToken);
        var outcome = await KeyRotation.RunAsync(keyring, request, cancellationToken);
        Require(outcome.IsSuccess, outcome.Errors);
        Console.Out.WriteLine(outcome.Value);
        return ExitCode.Done;
    }

    /// <summary>A key is added to no file but the one that opens the directory.</summary>
    private static async Task RequireRightFileAsync(string dataDirectory, MasterKeyFile file, CancellationToken cancellationToken)
    {
        using var disk = new FileSystemDisk(dataDirectory);
        var needed = await Keyring.ReadMasterKeyIdAsync(disk);
        Require(needed.IsSuccess, needed.Errors);
        var found = await file.LoadAsync(isNewDirectory: false, cancellationToken);
        Require(found.IsSuccess, found.Errors);
        using var keys = found.Value;
        if (keys.Find(needed.Value) is null)
        {
            throw CommandFailedException.Because(
                ExitCode.MasterKeyRefused, [KeyErrors.Wrong(dataDirectory, needed.Value, file.Description, keys.Ids)]);
        }
    }

    private static async Task<Keyring> OpenAsync(FileSystemDisk disk, IMasterKeySource source, bool isReadOnly, CancellationToken cancellationToken)
    {
        var setup = new KeyringSetup(disk, source, NextRandom, TimeProvider.System) { HasData = true, IsReadOnly = isReadOnly };
        var opened = await Keyring.OpenAsync(setup, cancellationToken);
        Require(opened.IsSuccess, opened.Errors);
        return opened.Value;
    }

    private static ulong NextRandom() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private static void RequireDirectory(string path)
    {
        if (!File.Exists(Path.Combine(path, DirectoryManifest.FileName)))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{path}'.");
        }
    }

    private static void Require(bool isSuccess, IReadOnlyList<Domain.Results.Error> errors)
    {
        if (!isSuccess)
        {
            throw CommandFailedException.Because(StorageExitCode.Of(errors[0]), errors);
        }
    }
}

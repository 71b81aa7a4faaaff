using System.CommandLine;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Users;

/// <summary>Whose people a command is about, in which data directory; and asking for something there.</summary>
internal sealed class UserOptions
{
    private readonly Option<DirectoryInfo> data = new("--data") { Description = "The data directory; a firewall may be running on it.", Required = true };
    private readonly Option<string> tenant = new("--tenant") { Description = "Whose people it is about.", DefaultValueFactory = _ => DemoTenant.Id.Name };
    private readonly MasterKeyOptions key = new();

    /// <summary>Gives a command the options.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(tenant);
        return key.AddTo(command);
    }

    /// <summary>The tenant that the command line names.</summary>
    /// <exception cref="CommandFailedException">It names none.</exception>
    public TenantId FindTenant(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(tenant);
        return TenantId.IsValid(name)
            ? new TenantId(name)
            : throw new CommandFailedException(ExitCode.Usage, $"'{name}' is not a tenant: 1 to {TenantId.MaximumLength} characters of a-z, 0-9 and '-' are expected.");
    }

    /// <summary>Has a request done: by the firewall that has the directory open, else here.</summary>
    /// <returns>What <see cref="UserDesk.RunAsync"/> says.</returns>
    /// <exception cref="CommandFailedException">It was refused.</exception>
    public async Task<string> AskAsync(ParseResult parsed, UserDeskRequest request, CancellationToken interrupted)
    {
        var directory = parsed.GetRequiredValue(data).FullName;
        if (!File.Exists(Path.Combine(directory, DirectoryManifest.FileName)))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{directory}'.");
        }

        using var disk = new FileSystemDisk(directory);
        if (await disk.GetLockOwnerAsync(DataDirectory.LockName) is { } owner)
        {
            return await new Mailbox(directory, UserDeskRequest.MailboxName, TimeProvider.System).AskAsync(MailboxRequest.New(request.ToText()), owner, interrupted);
        }

        await using var engine = await OfflineEngine.StartAsync(directory, key.Find(parsed, directory), interrupted);
        var done = await ActivatorUtilities.CreateInstance<UserDesk>(engine.Services).RunAsync(request);
        return done.IsSuccess ? done.Value : throw CommandFailedException.Because(ExitCode.InputRefused, done.Errors);
    }
}

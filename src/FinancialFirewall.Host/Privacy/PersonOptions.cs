using System.CommandLine;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Privacy;

/// <summary>Which person of which tenant in which data directory a command is about.</summary>
internal sealed class PersonOptions
{
    private readonly Option<DirectoryInfo> data = new("--data") { Description = "The data directory, which no process may be using.", Required = true };
    private readonly Option<string> tenant = new("--tenant") { Description = "Whose customer it is.", DefaultValueFactory = _ => DemoTenant.Id.Name };
    private readonly Option<string?> customer = new("--customer") { Description = "The customer, as customerId names him in payments.", HelpName = "ID" };
    private readonly Option<string?> account = new("--account") { Description = "Or the account, as fromAccountNumber names it.", HelpName = "NUMBER" };
    private readonly MasterKeyOptions key = new();
    private readonly OtherSiteOption site = new();

    /// <summary>Gives a command the options.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(tenant);
        command.Options.Add(customer);
        command.Options.Add(account);
        site.AddTo(command);
        return key.AddTo(command);
    }

    /// <summary>Opens the data directory.</summary>
    /// <exception cref="CommandFailedException">It cannot be opened, or is none.</exception>
    public async Task<OfflineEngine> OpenAsync(ParseResult parsed, CancellationToken interrupted)
    {
        var directory = parsed.GetRequiredValue(data).FullName;
        await site.DemandAsync(parsed, directory);
        IMasterKeySource source = key.Find(parsed, directory);
        return Directory.Exists(directory)
            ? await OfflineEngine.StartAsync(directory, source, interrupted)
            : throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{directory}'.");
    }

    /// <summary>Whom the command line names.</summary>
    /// <exception cref="CommandFailedException">There is no such tenant, or the name is none.</exception>
    public async Task<(TenantId Tenant, Person Person)> FindAsync(ParseResult parsed, OfflineEngine engine, CancellationToken interrupted)
    {
        var name = parsed.GetRequiredValue(tenant);
        var caller = TenantId.IsValid(name) ? await engine.Services.GetRequiredService<TenantDirectory>().FindAsync(new TenantId(name), interrupted) : null;
        if (caller is null)
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no tenant '{name}' in this data directory.");
        }

        var person = Person.Read(parsed.GetValue(customer), parsed.GetValue(account), caller.Cards);
        return person.IsSuccess ? (caller.Tenant, person.Value) : throw CommandFailedException.Because(ExitCode.Usage, person.Errors);
    }
}

using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Outcomes;

/// <summary>Records outcomes in a data directory that no process uses.</summary>
internal sealed class DirectoryOutcomeSink : IOutcomeSink
{
    private readonly OfflineEngine engine;
    private readonly TenantId tenant;
    private readonly OutcomeReports outcomes;

    private DirectoryOutcomeSink(OfflineEngine engine, TenantId tenant)
    {
        (this.engine, this.tenant) = (engine, tenant);
        outcomes = engine.Services.GetRequiredService<OutcomeReports>();
    }

    /// <summary>Opens the directory.</summary>
    /// <exception cref="CommandFailedException">It cannot be opened, or has no such tenant.</exception>
    public static async Task<IOutcomeSink> OpenAsync(string directory, string tenant, IMasterKeySource masterKey, CancellationToken interrupted)
    {
        if (!Directory.Exists(directory))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{directory}'.");
        }

        var opened = await OfflineEngine.StartAsync(directory, masterKey, interrupted);
        var found = TenantId.IsValid(tenant) ? await opened.Services.GetRequiredService<TenantDirectory>().FindAsync(new TenantId(tenant), interrupted) : null;
        if (found is not null)
        {
            return new DirectoryOutcomeSink(opened, found.Tenant);
        }

        await opened.DisposeAsync();
        throw new CommandFailedException(ExitCode.Usage, $"There is no tenant '{tenant}' in this data directory.");
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutcomeResult>> ReportAsync(IReadOnlyList<OutcomeLine> lines, CancellationToken interrupted) => OutcomeGroups.ReportAsync(outcomes, tenant, lines);

    /// <inheritdoc/>
    public Task EndAsync(long recorded, long refused) => recorded > 0 ? outcomes.NoteAsync(tenant, recorded, refused) : Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => engine.DisposeAsync();
}

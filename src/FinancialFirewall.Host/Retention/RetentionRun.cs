using System.Globalization;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Retention;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Retention;

/// <summary>The work of <c>firewall retention</c>, on a data directory that nobody uses.</summary>
internal static class RetentionRun
{
    /// <summary>Does what is asked for, and says what it was.</summary>
    public static async Task<ExitCode> RunAsync(RetentionOptions options, CancellationToken interrupted)
    {
        if (!Directory.Exists(options.DataDirectory))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{options.DataDirectory}'.");
        }

        if (options.KeepYears is not null && options.Tenant is null)
        {
            throw new CommandFailedException(ExitCode.Usage, "--keep needs --tenant: each tenant has a number of years of its own.");
        }

        var now = TimeProvider.System.GetUtcNow();
        var asOf = options.AsOf ?? now;
        if (!options.IsDryRun && asOf > now)
        {
            throw new CommandFailedException(ExitCode.Usage, $"--as-of {asOf:yyyy-MM-dd} is in the future: only --dry-run looks there.");
        }

        await using var engine = await OfflineEngine.StartAsync(options.DataDirectory, options.MasterKey, interrupted);
        var keeper = engine.Services.GetRequiredService<RetentionKeeper>();
        if (options.Tenant is { } tenant && await engine.Services.GetRequiredService<TenantDirectory>().FindAsync(tenant, interrupted) is null)
        {
            throw new CommandFailedException(ExitCode.InputRefused, $"There is no tenant '{tenant.Name}'.");
        }

        if (options.KeepYears is { } years)
        {
            await KeepAsync(keeper, options.Tenant!.Value, years);
            return ExitCode.Done;
        }

        await keeper.CatchUpAsync();
        var found = options.IsDryRun
            ? await keeper.FindAsync(options.Tenant, Instant.From(asOf), interrupted)
            : await keeper.RemoveAsync(options.Tenant, Instant.From(asOf), interrupted);
        foreach (var one in found)
        {
            await WriteAsync(one, options.IsDryRun);
        }

        return ExitCode.Done;
    }

    private static async Task KeepAsync(RetentionKeeper keeper, TenantId tenant, int years)
    {
        var kept = await keeper.KeepAsync(tenant, years);
        if (!kept.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InputRefused, kept.Errors);
        }

        await Console.Out.WriteLineAsync(Text($"Tenant '{tenant.Name}' keeps its records for {kept.Value} years from now on."));
    }

    private static async Task WriteAsync(TenantRetention found, bool isDryRun)
    {
        var verb = isDryRun ? "would go" : "went";
        await Console.Out.WriteLineAsync(found.Segments.Count == 0
            ? Text($"Tenant '{found.Tenant.Name}' keeps {found.Years} years: no segment is wholly before {found.Before}.")
            : Text($"Tenant '{found.Tenant.Name}' keeps {found.Years} years: {found.Records:N0} records in {found.Segments.Count} segments, {found.Bytes:N0} bytes, from before {found.Before} {verb}:"));
        foreach (var segment in found.Segments)
        {
            await Console.Out.WriteLineAsync(Text($"  {segment.File}: {segment.Records:N0} records from {segment.From} to {segment.To}, {segment.Bytes:N0} bytes"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Serving;
using FinancialFirewall.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Policies;

/// <summary>Puts a policy file in force in a data directory that nobody uses.</summary>
internal static class PolicyImport
{
    /// <summary>How often the end of the publishing is waited for.</summary>
    private const int MaximumWaits = 1000;

    /// <summary>Imports the file, after looking for its mistakes.</summary>
    public static async Task<ExitCode> RunAsync(string path, string dataDirectory, IMasterKeySource masterKey, CancellationToken interrupted)
    {
        if (!Directory.Exists(dataDirectory))
        {
            throw new CommandFailedException(
                ExitCode.Usage, $"There is no data directory '{dataDirectory}'. 'firewall run --data DIR --policy FILE' creates one with the file's policy.");
        }

        var json = await PolicyFileText.ReadAsync(path, interrupted);
        await using var engine = await OfflineEngine.StartAsync(dataDirectory, masterKey, interrupted);
        var publisher = engine.Services.GetRequiredService<PolicyPublisher>();
        var published = await publisher.PublishAsync(DemoTenant.Id, json, interrupted);
        for (var wait = 0; wait < MaximumWaits && !published.IsSuccess && published.Errors[0].Kind == ErrorKind.Pending; wait++)
        {
            // A long history takes longer than one call may; publishing the same again waits for the same version.
            published = await publisher.PublishAsync(DemoTenant.Id, json, interrupted);
        }

        if (!published.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InputRefused, published.Errors);
        }

        await WriteAsync(published.Value);
        return ExitCode.Done;
    }

    private static async Task WriteAsync(PublishedPolicy policy)
    {
        foreach (var warning in policy.Warnings)
        {
            await Console.Error.WriteLineAsync($"warning: {warning}");
        }

        await Console.Out.WriteLineAsync($"In force: version {policy.Version}, hash {policy.Hash}.");
    }
}

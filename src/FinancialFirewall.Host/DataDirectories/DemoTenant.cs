using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.DataDirectories;

/// <summary>The tenant that a fresh data directory begins with.</summary>
internal sealed class DemoTenant(TenantProvisioner provisioner, PolicyPublisher policies)
{
    /// <summary>Its name.</summary>
    public static readonly TenantId Id = new("demo");

    /// <summary>How often the end of the first publishing is waited for; each time takes up to 20 seconds.</summary>
    private const int MaximumWaits = 15;

    /// <summary>Creates the tenant with the file's policy, or the built-in one; where it exists, the file must not differ from the policy in force.</summary>
    /// <exception cref="CommandFailedException">The file cannot be read, is broken, or differs.</exception>
    public async Task<ProvisionedTenant> EnsureAsync(string? policyFile, string dataDirectory, CancellationToken cancellationToken)
    {
        var wanted = policyFile is null ? DemoPolicy.Utf8 : await PolicyFileText.ReadAsync(policyFile, cancellationToken);
        var provisioned = await provisioner.EnsureAsync(Id, wanted, cancellationToken);
        for (var wait = 0; wait < MaximumWaits && IsPending(provisioned); wait++)
        {
            // A slow machine may need longer than one call may take; asking again waits for the same publishing.
            provisioned = await provisioner.EnsureAsync(Id, wanted, cancellationToken);
        }

        if (!provisioned.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InputRefused, provisioned.Errors);
        }

        if (policyFile is not null)
        {
            await RefuseOtherPolicyAsync(policyFile, wanted, dataDirectory, cancellationToken);
        }

        return provisioned.Value;
    }

    private static bool IsPending(Result<ProvisionedTenant> provisioned) => !provisioned.IsSuccess && provisioned.Errors[0].Kind == ErrorKind.Pending;

    private async Task RefuseOtherPolicyAsync(string policyFile, ReadOnlyMemory<byte> wanted, string dataDirectory, CancellationToken cancellationToken)
    {
        var canonical = PolicyFileText.Canonical(wanted);
        var published = await policies.GetPublishedAsync(Id, cancellationToken);
        if (published is null || canonical.Span.SequenceEqual(published.Document.Span))
        {
            return;
        }

        throw new CommandFailedException(
            ExitCode.PolicyDiffers,
            $"The policy in '{policyFile}' differs from version {published.Version}, which '{dataDirectory}' holds.",
            "To decide by the file from now on, import it, then start again:",
            $"  firewall policy import {ShellText.Quote(policyFile)} --data {ShellText.Quote(dataDirectory)}",
            "To keep the version in force, start without --policy.");
    }
}

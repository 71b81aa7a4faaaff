using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Sites;

namespace FinancialFirewall.Host.Retention;

/// <summary><c>firewall retention</c>.</summary>
internal static class RetentionCommand
{
    private const string Lesson = """
        Records are kept as many years as their tenant wants, 5 to 10, 7 unless it says otherwise, and go by whole segments, oldest first. A firewall that is
        running removes them by itself, once a day.

        Examples:
          firewall retention --data /var/lib/firewall --dry-run                      say what would go today
          firewall retention --data /var/lib/firewall --dry-run --as-of 2030-01-01   say what would go on that day
          firewall retention --data /var/lib/firewall --tenant demo                  remove what is too old
          firewall retention --data /var/lib/firewall --tenant demo --keep 10        keep ten years from now on; removes nothing

        Exit codes: 0 done; 1 the tenant or the number of years was refused; 4 a running firewall uses the directory: stop it first.
        """;

    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The data directory.", Required = true };
        var tenant = new Option<string>("--tenant") { Description = "One tenant; without it, all." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be removed." };
        var asOf = new Option<string>("--as-of") { Description = "At which time records are too old: a day like 2026-01-31, or a time like 2026-01-31T12:00:00Z. Now without it." };
        var keep = new Option<int?>("--keep") { Description = "How many years the tenant's records are kept from now on." };
        var (key, site) = (new MasterKeyOptions(), new OtherSiteOption());
        var command = new LessonCommand("retention", "Removes records that are older than their tenant keeps them, or says which they are.", Lesson)
        {
            data, tenant, dryRun, asOf, keep,
        };
        site.AddTo(command);
        return key.AddTo(command).WithAction(async (parsed, interrupted) =>
        {
            var directory = parsed.GetRequiredValue(data).FullName;
            await site.DemandAsync(parsed, directory);
            var options = new RetentionOptions(
                directory,
                key.Find(parsed, directory),
                ReadTenant(parsed.GetValue(tenant)),
                ReadTime(parsed.GetValue(asOf)),
                parsed.GetValue(dryRun),
                parsed.GetValue(keep));
            return await RetentionRun.RunAsync(options, interrupted);
        });
    }

    private static TenantId? ReadTenant(string? text)
    {
        if (text is not null && !TenantId.IsValid(text))
        {
            throw new CommandFailedException(
                ExitCode.Usage, $"'{text}' is not a tenant: 1 to {TenantId.MaximumLength} characters of a-z, 0-9 and '-' are expected.");
        }

        return text is null ? null : new TenantId(text);
    }

    private static DateTimeOffset? ReadTime(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new CommandFailedException(ExitCode.Usage, $"'{text}' is no time for --as-of: a day like 2026-01-31, or a time like 2026-01-31T12:00:00Z, is expected.");
    }
}

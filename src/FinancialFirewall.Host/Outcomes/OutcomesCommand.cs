using System.CommandLine;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Host.Assessing;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Remote;
using FinancialFirewall.Host.Sites;

namespace FinancialFirewall.Host.Outcomes;

/// <summary><c>firewall outcomes</c>.</summary>
internal static class OutcomesCommand
{
    private const string Lesson = """
        Says what became of payments: EXECUTED, FAILED, RETURNED, DISPUTED, FRAUD or LEGITIMATE. FAILED and RETURNED give the amount back to the account's sums,
        for later payments.

        FILE is NDJSON, a JSON array, or CSV whose header names the members; also packed with gzip or Brotli (.br). Each report has transactionReference or id
        (of the assessment), outcome, and may have at (the time; now without it), note and idempotencyKey.

        Reports go to a firewall that is running, on this machine unless --to names another one; with --data into a directory that no process uses.

        Examples:
          firewall outcomes outcomes.csv
          firewall outcomes outcomes.ndjson --to https://firewall.example --key-file service.key --skip-errors
          firewall outcomes outcomes.csv --data /var/lib/firewall --tenant demo

        Exit codes: 0 every report is recorded, or with --skip-errors those that were refused are in the reject file; 1 some were refused, or not everything
        could be reported; 4 a running firewall uses the directory.
        """;

    private static readonly Dictionary<string, PaymentFormat> Formats = new(StringComparer.Ordinal)
    {
        ["ndjson"] = PaymentFormat.Lines, ["json"] = PaymentFormat.Array, ["csv"] = PaymentFormat.Csv,
    };

    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The reports; '-' reads standard input." };
        var format = new Option<string?>("--format") { Description = "How they are written; without it, the file's content tells." };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var rejects = new RejectOptions("Passes over refused reports: they go to the reject file, and are no failure.");
        var data = new Option<DirectoryInfo?>("--data") { Description = "Records them in this data directory, which no process may be using, instead." };
        var tenant = new Option<string>("--tenant") { Description = "Whose payments these are, with --data; a key has its tenant.", DefaultValueFactory = _ => DemoTenant.Id.Name };
        var (remote, key, site) = (new RemoteOptions($"The firewall to tell; {RemoteOptions.LocalServer} unless stated."), new MasterKeyOptions(), new OtherSiteOption());
        var command = new LessonCommand("outcomes", "Reports what became of a file of payments.", Lesson) { file, format, data, tenant };
        rejects.AddTo(command);
        remote.AddTo(command);
        site.AddTo(command);
        return key.AddTo(command).WithAction(async (parsed, interrupted) =>
        {
            var path = parsed.GetRequiredValue(file);
            var options = new OutcomeOptions(path, parsed.GetValue(format) is { } name ? Formats[name] : null, rejects.Find(parsed, path, "outcomes"));
            var directory = parsed.GetValue(data)?.FullName;
            if (directory is not null && remote.IsStated(parsed))
            {
                throw new CommandFailedException(ExitCode.Usage, "--data and --to exclude each other: reports go to one of both.");
            }

            await site.DemandAsync(parsed, directory);
            await using var sink = directory is null
                ? await RemoteOutcomeSink.OpenAsync(remote.Find(parsed, RemoteOptions.LocalServer)!, interrupted)
                : await DirectoryOutcomeSink.OpenAsync(directory, parsed.GetRequiredValue(tenant), key.Find(parsed, directory), interrupted);
            return await OutcomeFile.RunAsync(options, sink, interrupted);
        });
    }
}

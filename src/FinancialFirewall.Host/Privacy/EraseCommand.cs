using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Grains.Privacy;
using FinancialFirewall.Host.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Privacy;

/// <summary><c>firewall erase</c>.</summary>
internal static class EraseCommand
{
    private const string Lesson = """
        Destroys the key that reads what payments say about a person: names, accounts, texts, addresses, devices. The payments stay, with amounts, times and
        decisions. It cannot be undone; backups made before still have the key (docs/privacy.md). A firewall that is running does the same by
        POST /api/v1/persons/erase.

        Examples:
          firewall erase --data /var/lib/firewall --customer C-1234 --dry-run
          firewall erase --data /var/lib/firewall --customer C-1234
          firewall erase --data /var/lib/firewall --tenant demo --account DE89370400440532013000

        Exit codes: 0 nothing of the person can be read any more, also where there was nothing; 4 a running firewall uses the directory.
        """;

    public static Command Build()
    {
        var person = new PersonOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be erased, and erases nothing." };
        var command = person.AddTo(new LessonCommand("erase", "Forgets a person for good.", Lesson));
        command.Options.Add(dryRun);
        return command.WithAction((parsed, interrupted) => RunAsync(person, parsed, parsed.GetValue(dryRun), interrupted));
    }

    private static async Task<ExitCode> RunAsync(PersonOptions options, ParseResult parsed, bool isDryRun, CancellationToken interrupted)
    {
        await using var engine = await options.OpenAsync(parsed, interrupted);
        var (tenant, person) = await options.FindAsync(parsed, engine, interrupted);
        var eraser = engine.Services.GetRequiredService<PersonEraser>();
        await eraser.ResumeAllAsync();
        var erased = isDryRun ? await eraser.PreviewAsync(tenant, person, interrupted) : await eraser.EraseAsync(tenant, person, interrupted);
        if (!erased.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InputRefused, erased.Errors);
        }

        foreach (var line in Describe(erased.Value, isDryRun))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Describe(PersonErasure erased, bool isDryRun)
    {
        yield return (erased.Payments, isDryRun) switch
        {
            (0, _) => "Nothing can be read of this person.",
            (_, true) => Text($"{Payments(erased.Payments)} from {erased.Accounts} account(s), {erased.First} to {erased.Last}, would be erased. Nothing was changed."),
            _ => Text($"{Payments(erased.Payments)} from {erased.Accounts} account(s), {erased.First} to {erased.Last}: erased at {erased.ErasedAt}."),
        };
        if (erased.AlreadyErased > 0)
        {
            yield return Text($"{Payments(erased.AlreadyErased)} had been erased before.");
        }

        foreach (var list in erased.Lists)
        {
            yield return $"The list '{list}' of the policy still names the person: take the entry out if it is no longer needed.";
        }
    }

    private static string Payments(long count) => count == 1 ? "1 payment" : Text($"{count:N0} payments");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

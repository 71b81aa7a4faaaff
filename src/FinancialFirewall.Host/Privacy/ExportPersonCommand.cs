using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Gateway.Privacy;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Privacy;

/// <summary><c>firewall export-person</c>.</summary>
internal static class ExportPersonCommand
{
    private const string Lesson = """
        Writes one JSON object: every payment of the person with all of its members, and the answer that it got. A firewall that is running does the same
        by POST /api/v1/persons/export.

        Examples:
          firewall export-person --data /var/lib/firewall --customer C-1234 --out C-1234.json
          firewall export-person --data /var/lib/firewall --account DE89370400440532013000 | jq .count

        Exit codes: 0 done, also where there is nothing; 4 a running firewall uses the directory.
        """;

    public static Command Build()
    {
        var person = new PersonOptions();
        var output = new Option<FileInfo?>("--out") { Description = "The file to make, which must not exist. Default: the standard output.", HelpName = "FILE" };
        var command = person.AddTo(new LessonCommand("export-person", "Writes everything that is kept of a person.", Lesson));
        command.Options.Add(output);
        return command.WithAction((parsed, interrupted) => RunAsync(person, parsed, parsed.GetValue(output), interrupted));
    }

    private static async Task<ExitCode> RunAsync(PersonOptions options, ParseResult parsed, FileInfo? file, CancellationToken interrupted)
    {
        await using var engine = await options.OpenAsync(parsed, interrupted);
        var (tenant, person) = await options.FindAsync(parsed, engine, interrupted);
        PersonFindings found;
        await using (var output = file is null ? Console.OpenStandardOutput() : Create(file))
        {
            found = await engine.Services.GetRequiredService<PersonExport>().WriteAsync(tenant, person, output, interrupted);
            output.WriteByte((byte)'\n');
        }

        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{found.Payments:N0} payment(s) written; {found.AlreadyErased:N0} had been erased before."));
        return ExitCode.Done;
    }

    /// <summary>A file for its owner alone.</summary>
    private static FileStream Create(FileInfo file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file.FullName, options);
    }
}

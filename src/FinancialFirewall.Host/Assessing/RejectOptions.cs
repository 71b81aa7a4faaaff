using System.CommandLine;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Assessing;

/// <summary>The options that say what becomes of lines that are refused.</summary>
internal sealed class RejectOptions(string description)
{
    private readonly Option<bool> skip = new("--skip-errors") { Description = description };
    private readonly Option<FileInfo?> rejects = new("--rejects") { Description = "The reject file of --skip-errors; without it, FILE.rejects.ndjson." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(skip);
        command.Add(rejects);
    }

    /// <summary>The reject file; null where refused lines are a failure.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="input">The file that is read.</param>
    /// <param name="kind">What is in it, which names the reject file of standard input.</param>
    /// <exception cref="CommandFailedException">A file is named, and errors are not to be skipped.</exception>
    public string? Find(ParseResult parsed, string input, string kind) => (parsed.GetValue(skip), parsed.GetValue(rejects)?.FullName) switch
    {
        (false, null) => null,
        (false, _) => throw new CommandFailedException(ExitCode.Usage, "--rejects belongs to --skip-errors."),
        (true, null) => (input is AssessOptions.Standard ? kind : input) + ".rejects.ndjson",
        (true, var path) => path,
    };
}

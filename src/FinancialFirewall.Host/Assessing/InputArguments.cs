using System.CommandLine;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Assessing;

/// <summary>The part of a command line that says which payments are read, and how.</summary>
internal sealed class InputArguments
{
    private static readonly Dictionary<string, PaymentFormat> Formats = new(StringComparer.Ordinal)
    {
        ["ndjson"] = PaymentFormat.Lines,
        ["json"] = PaymentFormat.Array,
        ["csv"] = PaymentFormat.Csv,
        ["iso20022"] = PaymentFormat.Iso20022,
    };

    private readonly Argument<string> file = new("FILE") { Description = "The payments; '-' reads standard input." };
    private readonly Option<string?> format = new("--format") { Description = "How payments are written; without it, the file's content tells." };
    private readonly Option<FileInfo?> map = new("--map") { Description = "The column map of a CSV file." };
    private readonly Option<string> zone = new("--zone") { Description = "The clock of times in XML that say no offset, such as Europe/Berlin.", DefaultValueFactory = _ => ZoneRules.Utc.Id };

    public InputArguments() => format.AcceptOnlyFromAmong([.. Formats.Keys]);

    /// <summary>Adds the arguments to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(format);
        command.Add(map);
        command.Add(zone);
    }

    /// <summary>What the command line says.</summary>
    /// <exception cref="CommandFailedException">There is no such time zone.</exception>
    public InputOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(file), parsed.GetValue(format) is { } name ? Formats[name] : null, parsed.GetValue(map)?.FullName, FindZone(parsed.GetRequiredValue(zone)));

    private static ZoneRules FindZone(string id)
        => ZoneRules.Find(id) ?? throw new CommandFailedException(ExitCode.Usage, $"There is no time zone '{id}'; name one of the IANA list, such as Europe/Berlin.");
}

using System.Text;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Host.CommandLine;
using Spectre.Console;

namespace FinancialFirewall.Host.Assessing;

/// <summary>Shows what a CSV file's columns are taken for, before anything is decided by it.</summary>
internal static class GuessReport
{
    private const int NarrowestConsole = 100;

    /// <summary>Prints every column with its member and its first values, on standard error.</summary>
    public static void WriteColumns(GuessedMap guess)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Profile.Width = Math.Max(console.Profile.Width, NarrowestConsole);
        var table = new Table().Border(TableBorder.Simple).AddColumns("Column", "Taken for", "First values");
        foreach (var column in guess.Columns)
        {
            var member = column.Member.Length == 0 ? "(passed over)" : column.Member;
            table.AddRow(Markup.Escape(column.Name), Markup.Escape(member), Markup.Escape(string.Join(" | ", column.Samples)));
        }

        console.WriteLine("The columns were guessed from the header:");
        console.Write(table);
    }

    /// <summary>Prints the map itself on standard output, ready to be changed and given to <c>--map</c>.</summary>
    public static void WriteMap(GuessedMap guess) => Console.Out.WriteLine(Encoding.UTF8.GetString(ColumnMapWriter.Write(guess.Map).Span));

    /// <summary>Why a guess is not good enough to decide by; null when it is.</summary>
    public static CommandFailedException? Refusal(GuessedMap guess, string path) => guess.Missing.Count == 0
        ? null
        : new CommandFailedException(
            ExitCode.InputRefused,
            $"No column seems to be {string.Join(" or ", guess.Missing)}. Write the map to a file, say in it where {(guess.Missing.Count == 1 ? "it comes" : "they come")} from, and use it:",
            $"  firewall assess {ShellText.Quote(path)} --guess > map.json",
            $"  (for a fixed value: {string.Join(", ", guess.Missing.Select(static member => $"\"{member}\": {{\"value\": \"{(member is "currency" ? "EUR" : "…")}\"}}"))})",
            $"  firewall assess {ShellText.Quote(path)} --map map.json");
}

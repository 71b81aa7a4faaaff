using FinancialFirewall.Evaluation.Labels;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Host.Assessing;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Evaluating;

/// <summary>Reads a file of labels.</summary>
internal static class LabelFile
{
    private const int MaximumRowBytes = 1 << 20;

    /// <summary>The labels; the file may be packed as payments may be.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it is no table of labels.</exception>
    public static async Task<LabelTable> ReadAsync(string path, LabelColumns columns, CancellationToken cancellationToken)
    {
        await using var file = await InputFile.OpenAsync(path, cancellationToken);
        try
        {
            var table = await LabelTable.ReadAsync(CsvTable.ReadAsync(file.Reader, MaximumRowBytes, cancellationToken), columns);
            return table.IsSuccess ? table.Value : throw CommandFailedException.Because(ExitCode.InputRefused, table.Errors);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            throw new CommandFailedException(ExitCode.InputRefused, $"'{path}': {damaged.Message}");
        }
    }
}

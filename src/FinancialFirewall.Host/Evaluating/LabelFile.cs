using System.IO.Compression;
using FinancialFirewall.Evaluation.Labels;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Evaluating;

/// <summary>Reads a file of labels.</summary>
internal static class LabelFile
{
    /// <summary>The labels.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it is no table of labels.</exception>
    public static LabelTable Read(string path, LabelColumns columns)
    {
        if (!File.Exists(path))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no file '{path}'.");
        }

        try
        {
            using var reader = new StreamReader(Open(path));
            var table = LabelTable.Read(TableReader.Rows(reader), columns);
            return table.IsSuccess ? table.Value : throw CommandFailedException.Because(ExitCode.InputRefused, table.Errors);
        }
        catch (InvalidDataException damaged)
        {
            throw new CommandFailedException(ExitCode.InputRefused, $"'{path}': {damaged.Message}");
        }
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}

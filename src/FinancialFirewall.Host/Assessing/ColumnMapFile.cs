using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Assessing;

/// <summary>Reads column maps from files.</summary>
internal static class ColumnMapFile
{
    /// <summary>The map.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it is no column map.</exception>
    public static async Task<ColumnMap> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no file '{path}'.");
        }

        if (file.Length > ColumnMap.MaximumBytes)
        {
            throw new CommandFailedException(ExitCode.InputRefused, $"'{path}' has {file.Length:N0} bytes; a column map has at most {ColumnMap.MaximumBytes:N0}.");
        }

        var map = ColumnMapReader.Read(await File.ReadAllBytesAsync(path, cancellationToken));
        return map.IsSuccess ? map.Value : throw CommandFailedException.Because(ExitCode.InputRefused, map.Errors);
    }
}

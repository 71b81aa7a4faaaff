using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Reads policy files.</summary>
internal static class PolicyFileText
{
    private const int MaximumBytes = 64 << 20;

    /// <summary>The file's bytes.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it is over the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no file '{path}'.");
        }

        if (file.Length > MaximumBytes)
        {
            throw new CommandFailedException(ExitCode.InputRefused, $"'{path}' has {file.Length:N0} bytes; a policy file has at most {MaximumBytes:N0}.");
        }

        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    /// <summary>The same policy in the one form in which it is kept.</summary>
    /// <exception cref="CommandFailedException">The policy is broken.</exception>
    public static ReadOnlyMemory<byte> Canonical(ReadOnlyMemory<byte> json)
    {
        var document = PolicyDocumentReader.Read(json.Span);
        return document.IsSuccess
            ? PolicyDocumentWriter.Write(document.Value)
            : throw CommandFailedException.Because(ExitCode.InputRefused, document.Errors);
    }
}

using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Damages;

/// <summary>Bytes on disk that are not what was written. It is never passed over: what is kept beside it might depend on it.</summary>
/// <param name="File">The file, relative to the data directory.</param>
/// <param name="Offset">Where in the file the damaged part begins, in bytes.</param>
/// <param name="Found">What was found there and what should be there.</param>
/// <param name="Advice">What an operator can do.</param>
public sealed record StorageDamage(string File, long Offset, string Found, string Advice)
{
    /// <summary>The code of the refusal.</summary>
    public const string Code = "STORAGE_DAMAGED";

    /// <summary>The advice for damage that only another copy can mend.</summary>
    public const string RestoreAdvice =
        "Leave the directory as it is, check the disk, and restore a backup; 'firewall verify' shows what can still be read.";

    /// <summary>The damage as a refusal of code <c>STORAGE_DAMAGED</c>.</summary>
    public Error ToError() => new(ErrorKind.Unavailable, Code, File, string.Create(CultureInfo.InvariantCulture, $"offset {Offset}"), ToString());

    /// <summary>What a file was refused for, as damage of it. What <see cref="ToError"/> has put before the message is not said twice.</summary>
    public static StorageDamage Of(string file, Error refusal)
    {
        var said = Where(file, 0);
        return new(file, 0, refusal.Message.StartsWith(said, StringComparison.Ordinal) ? refusal.Message[said.Length..] : refusal.Message, "");
    }

    /// <summary>One sentence for people.</summary>
    public override string ToString() => $"{Where(File, Offset)}{Found} {Advice}".TrimEnd();

    private static string Where(string file, long offset) => string.Create(CultureInfo.InvariantCulture, $"'{file}' is damaged at offset {offset}: ");
}

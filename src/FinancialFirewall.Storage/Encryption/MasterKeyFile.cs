#pragma warning disable RS0030 // This is the seam to a file outside of the data directory, and to the operating system's randomness.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// Master keys in a file that its owner alone can read, in the text of <see cref="MasterKeySet.Parse"/>: the current key in the first line, earlier ones
/// below. It is replaced as a whole, never written in place.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="isMadeForNewDirectories">Whether a file that does not exist is made for a data directory that does not exist either.</param>
public sealed class MasterKeyFile(string path, bool isMadeForNewDirectories = false) : IMasterKeySource
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    private readonly string path = System.IO.Path.GetFullPath(path);

    /// <summary>Where it is, an absolute path.</summary>
    public string Path => path;

    /// <inheritdoc/>
    public string Description => $"the file '{path}'";

    /// <inheritdoc/>
    /// <remarks>Refusals: <c>MASTER_KEY_MISSING</c>, <c>MASTER_KEY_EXPOSED</c>, <c>MASTER_KEY_INVALID</c>, <c>MASTER_KEY_UNREACHABLE</c>.</remarks>
    public ValueTask<Result<MasterKeySet>> LoadAsync(bool isNewDirectory, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (isNewDirectory && isMadeForNewDirectories && !File.Exists(path))
            {
                _ = Create();
            }

            return new(Load());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(KeyErrors.Unreachable(Description, exception.Message));
        }
    }

    /// <summary>Makes the file with a new key. Refusal: <c>MASTER_KEY_EXISTS</c>.</summary>
    /// <returns>The name of the key.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    public Result<string> Create()
    {
        if (File.Exists(path))
        {
            return KeyErrors.Exists(Description);
        }

        return Write([], overwrite: false);
    }

    /// <summary>Puts a new key before those that the file has, durably. Refusals: those of reading it, and <c>MASTER_KEYS_FULL</c>.</summary>
    /// <returns>The name of the new key.</returns>
    /// <exception cref="IOException">The file could not be written; it is as it was.</exception>
    public Result<string> AddKey()
    {
        var found = Load();
        if (!found.IsSuccess)
        {
            return Result.Failure<string>(found.Errors);
        }

        using var keys = found.Value;
        return keys.Ids.Count < MasterKeySet.MaximumCount
            ? Write(keys.Keys, overwrite: true)
            : KeyErrors.MasterKeysFull(Description, MasterKeySet.MaximumCount);
    }

    private static void Append(StringBuilder text, MasterKey key, string what)
        => text.Append(CultureInfo.InvariantCulture, $"# {what} {key.Id}\n{Convert.ToBase64String(key.Key.Bytes)}\n");

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private Result<MasterKeySet> Load()
    {
        if (!File.Exists(path))
        {
            return KeyErrors.Missing(Description, $"Put it there, or make a new one for new data with: firewall keys new {Quoted(path)}");
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & Others) != UnixFileMode.None)
        {
            var octal = Convert.ToString((int)mode, 8).PadLeft(4, '0');
            return KeyErrors.Exposed(Description, $"can be read or written by others than its owner (mode {octal}, 0600 is expected)", $"chmod 600 {Quoted(path)}");
        }

        return new FileInfo(path).Length > MasterKeySet.MaximumTextLength
            ? KeyErrors.Invalid(Description, $"has more than {MasterKeySet.MaximumTextLength} bytes")
            : MasterKeySet.Parse(File.ReadAllText(path, Encoding.UTF8), Description);
    }

    private string Write(IReadOnlyList<MasterKey> earlier, bool overwrite)
    {
        Span<byte> bytes = stackalloc byte[MasterKey.Length];
        RandomNumberGenerator.Fill(bytes);
        using var added = new MasterKey(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        var text = new StringBuilder();
        Append(text, added, "Financial Firewall master key");
        foreach (var key in earlier)
        {
            Append(text, key, "Earlier master key, needed only for copies of the data from before it was replaced:");
        }

        var unfinished = path + ".new";
        File.Delete(unfinished);
        WriteDurably(unfinished, text.ToString());
        File.Move(unfinished, path, overwrite);
        DirectorySync.Flush(System.IO.Path.GetDirectoryName(path) ?? path);
        return added.Id;
    }

    private static void WriteDurably(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(file, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}

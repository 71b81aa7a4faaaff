using System.Security.Cryptography;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// The master keys that a source has. The first one is current: whatever is wrapped by another is wrapped anew by it. The others only unwrap, so that a key
/// can be replaced.
/// </summary>
public sealed class MasterKeySet : IDisposable
{
    /// <summary>How many keys a source may have.</summary>
    public const int MaximumCount = 16;

    /// <summary>The longest text that is read as keys, in characters.</summary>
    public const int MaximumTextLength = 64 * 1024;

    private readonly IReadOnlyList<MasterKey> keys;

    /// <summary>Takes over the keys, 1 to <see cref="MaximumCount"/>, the current one first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None, or more.</exception>
    public MasterKeySet(params IReadOnlyList<MasterKey> keys)
    {
        ArgumentOutOfRangeException.ThrowIfZero(keys.Count, nameof(keys));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, MaximumCount, nameof(keys));
        this.keys = keys;
    }

    /// <summary>The key that wraps from now on.</summary>
    public MasterKey Current => keys[0];

    internal IReadOnlyList<MasterKey> Keys => keys;

    /// <summary>The names of all keys, the current one first.</summary>
    public IReadOnlyList<string> Ids => [.. keys.Select(key => key.Id)];

    /// <summary>The key of a name; <see langword="null"/> where it is not among these.</summary>
    public MasterKey? Find(string id) => keys.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// Reads keys from text: each is 32 bytes in base64 (44 characters), the current one first, separated by line ends, blanks or commas. Lines that begin
    /// with <c>#</c> are remarks. Refusal: <c>MASTER_KEY_INVALID</c>, which never repeats any part of a key.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it comes from, for the refusal.</param>
    public static Result<MasterKeySet> Parse(ReadOnlySpan<char> text, string source)
    {
        var found = new List<MasterKey>();
        foreach (var line in text.EnumerateLines())
        {
            if (!line.TrimStart().StartsWith('#') && Add(line, found) is { } problem)
            {
                found.ForEach(key => key.Dispose());
                return KeyErrors.Invalid(source, problem);
            }
        }

        return found.Count == 0 ? KeyErrors.Invalid(source, "holds no key") : new MasterKeySet(found);
    }

    /// <summary>Zeroes all keys.</summary>
    public void Dispose()
    {
        foreach (var key in keys)
        {
            key.Dispose();
        }
    }

    private static string? Add(ReadOnlySpan<char> line, List<MasterKey> found)
    {
        Span<byte> bytes = stackalloc byte[MasterKey.Length + 1];
        foreach (var range in line.SplitAny(" \t,"))
        {
            var word = line[range];
            if (word.IsEmpty)
            {
                continue;
            }

            if (found.Count == MaximumCount)
            {
                return $"holds more than {MaximumCount} keys";
            }

            if (!Convert.TryFromBase64Chars(word, bytes, out var written) || written != MasterKey.Length)
            {
                return $"holds, as key {found.Count + 1}, {word.Length} characters that are not {MasterKey.Length} bytes in base64";
            }

            found.Add(new MasterKey(bytes[..written]));
            CryptographicOperations.ZeroMemory(bytes);
        }

        return null;
    }
}

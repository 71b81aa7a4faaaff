using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Sites;

/// <summary>
/// The key that both sites have: 32 bytes as base64 in a file that its owner alone can read, as <c>firewall keys new</c> makes one. It never travels; each side
/// proves with it that a message is its own, by HMAC-SHA256.
/// </summary>
internal sealed class SiteKey
{
    /// <summary>The length of a signature, in characters.</summary>
    public const int SignatureLength = 64;

    private const int Length = 32;
    private const int MaximumFileBytes = 64 * 1024;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    private readonly byte[] key;

    private SiteKey(byte[] key) => this.key = key;

    /// <summary>Reads the file.</summary>
    /// <exception cref="CommandFailedException">It is missing, readable by others, or holds no key.</exception>
    public static SiteKey Read(string path)
    {
        if (!File.Exists(path))
        {
            throw Refused($"There is no file '{path}' with the key of both sites. Make one with: firewall keys new {ShellText.Quote(path)}, and copy it to the other site.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw Refused($"The key of both sites in '{path}' can be read by others. Run: chmod 600 {ShellText.Quote(path)}");
        }

        var bytes = new byte[Length];
        var line = new FileInfo(path).Length > MaximumFileBytes ? "" : File.ReadLines(path).FirstOrDefault(text => text.Length > 0 && text[0] != '#') ?? "";
        return Convert.TryFromBase64String(line.Trim(), bytes, out var written) && written == Length
            ? new SiteKey(bytes)
            : throw Refused($"The file '{path}' holds no key: a line with 32 bytes in base64 is expected.");
    }

    /// <summary>The signature of a question.</summary>
    public string SignQuestion(long time, string nonce, ReadOnlySpan<byte> body)
        => Sign(string.Create(CultureInfo.InvariantCulture, $"question\n{time}\n{nonce}\n"), body);

    /// <summary>The signature of the answer to a question.</summary>
    public string SignAnswer(string nonce, ReadOnlySpan<byte> body) => Sign($"answer\n{nonce}\n", body);

    /// <summary>Whether a signature is the right one.</summary>
    public static bool Equal(string right, string? found)
        => found?.Length == right.Length && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(found));

    private static CommandFailedException Refused(string message) => new(ExitCode.Usage, message);

    private string Sign(string head, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Security.Cryptography;
using System.Text;

namespace FinancialFirewall.Domain.Users;

/// <summary>Codes that stand in for a second factor that was lost, each once: 80 bits as four groups of four characters, <c>ABCD-EFGH-IJKL-MNOP</c>.</summary>
public static class RecoveryCode
{
    /// <summary>How many somebody gets at once.</summary>
    public const int Count = 10;

    /// <summary>How many bytes nobody can foresee make a code.</summary>
    public const int Length = 10;

    private const int Group = 4;

    /// <summary>The code of some bytes.</summary>
    public static string Write(ReadOnlySpan<byte> secret) => string.Join('-', Base32.Encode(secret).Chunk(Group).Select(static group => new string(group)));

    /// <summary>What is kept of a code, and found by what somebody types: hyphens, spaces and case do not matter. 80 bits cannot be guessed, so a plain hash suffices.</summary>
    public static byte[] Hash(string code)
    {
        var typed = code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).ToArray();
        return SHA256.HashData(Encoding.ASCII.GetBytes(typed));
    }
}

using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// What a policy decides by, as one SHA-256: the engine's format number, the canonical document (rates, toggles and list contents included), and the
/// rules of every time zone that a condition uses. Policies of equal hash decide alike.
/// </summary>
internal static class PolicyHash
{
    /// <summary>Raised whenever the engine gives another meaning to the same document.</summary>
    public const int EngineFormat = 1;

    /// <summary>The hash in 64 hexadecimal digits, lower case.</summary>
    public static string Of(PolicyDocument document, IEnumerable<Expression> conditions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"engine {EngineFormat}");
        Append(hash, PolicyDocumentWriter.Write(document));
        var zones = conditions.SelectMany(static condition => ExpressionLeaves.Zones(condition)).DistinctBy(static zone => zone.Id, StringComparer.Ordinal);
        foreach (var zone in zones.OrderBy(static zone => zone.Id, StringComparer.Ordinal))
        {
            Append(hash, zone.Print());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    // A length before each part, so that no two different lists of parts give the same bytes.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}

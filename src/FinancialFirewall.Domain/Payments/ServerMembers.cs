using System.Text;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// The members of an answer that the server owns. A payment that carries them, because an answer is sent back, is accepted and they are ignored.
/// </summary>
internal static class ServerMembers
{
    private static readonly byte[][] Names =
    [
        .. new[]
        {
            "id", "assessmentId", "tenantId", "status", "riskScore", "riskLevel", "decision", "initialDecision", "decisionReason", "riskFactors",
            "configurationId", "policyVersion", "policyHash", "externalApiUsed", "degraded", "fraudCheckEnabled", "processingTimeMs",
            "externalApiResponseTimeMs", "assessedAt", "expiresAt", "retryCount", "errorMessage", "duplicate", "createdAt", "updatedAt",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    /// <summary>Whether the server owns a member.</summary>
    public static bool Contains(ReadOnlySpan<byte> name)
    {
        foreach (var known in Names)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}

using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Privacy;

/// <summary>Why persons cannot be erased.</summary>
internal static class PersonErrors
{
    public static Error TooMany(int kept) => new(
        ErrorKind.Unavailable,
        "ERASURES_FULL",
        "customerId",
        $"{kept}",
        $"{kept} erasures are kept of at most {PersonKeys.MaximumErasures} for a tenant: those of records that retention removed make room when the tenant is moved to a new directory.");
}

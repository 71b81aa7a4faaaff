using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>That somebody was forgotten: in fingerprints under the tenant's own key, and never in words.</summary>
/// <param name="Path">The path of the keys that were destroyed: those of one customer's payments from one account.</param>
/// <param name="Account">The fingerprint of the account.</param>
/// <param name="Partition">The partition of the account.</param>
/// <param name="At">Up to when: what is recorded later has another key.</param>
/// <param name="IsFinished">Whether everything that was derived from the records is gone too.</param>
public sealed record Erasure(ulong Path, ulong Account, int Partition, Instant At, bool IsFinished);

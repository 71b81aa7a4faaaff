using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>Whom a record is about.</summary>
/// <param name="AccountHash">The hash of the account.</param>
/// <param name="Customer">The fingerprint of the customer; 0 for none.</param>
/// <param name="RecordedAt">When it was recorded.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordPerson(ulong AccountHash, ulong Customer, Instant RecordedAt);

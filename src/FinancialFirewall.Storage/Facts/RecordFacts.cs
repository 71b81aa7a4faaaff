using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Facts;

/// <summary>What the indexes know of a record.</summary>
/// <param name="At">When it was recorded: never before the record that it follows in its partition.</param>
/// <param name="ReferenceHash">The hash of its reference; <see langword="null"/> where it is not found by one.</param>
/// <param name="AccountHash">The hash of its account; 0 where it is not found by one.</param>
/// <param name="Profile">Everything else that it is found by.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordFacts(Instant At, ulong? ReferenceHash, ulong AccountHash, RecordProfile Profile);

using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Queries;

/// <summary>An assessment on a page.</summary>
/// <param name="Address">Which record it is.</param>
/// <param name="Record">Its bytes, which belong to the reader.</param>
public sealed record FoundAssessment(RecordAddress Address, ReadOnlyMemory<byte> Record);

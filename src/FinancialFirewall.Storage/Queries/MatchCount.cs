using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Queries;

/// <summary>How many assessments match a query.</summary>
/// <param name="Number">How many were counted, 0 to <see cref="AssessmentQuery.MaximumCounted"/>.</param>
/// <param name="IsExact">Whether these are all; otherwise there are this many at least.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MatchCount(int Number, bool IsExact);

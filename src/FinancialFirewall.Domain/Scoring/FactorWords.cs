using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Scoring;

/// <summary>The words of a <see cref="FactorSet"/>.</summary>
[InlineArray(FactorSet.WordCount)]
internal struct FactorWords
{
    private ulong first;
}

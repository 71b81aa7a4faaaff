using Orleans;

namespace FinancialFirewall.Grains.Lists;

/// <summary>What was read of an import.</summary>
/// <param name="Lines">How many lines.</param>
/// <param name="Refused">How many lines were no entries.</param>
[GenerateSerializer, Immutable, Alias("ff.ListImportProgress")]
public readonly record struct ListImportProgress([property: Id(0)] long Lines, [property: Id(1)] long Refused);

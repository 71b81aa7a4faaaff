using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Where one member of a payment comes from.</summary>
/// <param name="Member">The member.</param>
/// <param name="MetadataName">The name inside <c>metadata</c>, where it is one of those; else empty.</param>
/// <param name="Source">The columns and fixed texts that make its value, one behind the other.</param>
/// <param name="Format">How the value is written there.</param>
public sealed record MappedMember(PaymentMember Member, string MetadataName, IReadOnlyList<SourcePart> Source, ValueFormat Format)
{
    /// <summary>What stands before the name of a member of <c>metadata</c>.</summary>
    internal const string MetadataPrefix = "metadata.";

    /// <summary>Its name in a map: <c>amount</c>, <c>metadata.branch</c>.</summary>
    public string Name => MetadataName.Length == 0 ? PaymentMemberTable.Name(Member) : MetadataPrefix + MetadataName;
}

using static FinancialFirewall.Domain.Payments.PaymentMember;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Which members of a payment are about a person: they are sealed under a key of that person, and gone once it is destroyed. What is not among them is what
/// law, sums and rules need of a payment whose person is forgotten: which payment it was, how much, when, by which banks, between which countries, and
/// how it was decided.
/// </summary>
public static class PersonalMembers
{
    /// <summary>The members, as a presence map.</summary>
    public const ulong Mask =
        (1UL << (int)FromAccountNumber) | (1UL << (int)ToAccountNumber) | (1UL << (int)CustomerId) | (1UL << (int)CardToken)
        | (1UL << (int)DebtorName) | (1UL << (int)CreditorName)
        | (1UL << (int)EndToEndId) | (1UL << (int)RemittanceInformation) | (1UL << (int)Description) | (1UL << (int)Metadata)
        | (1UL << (int)IpAddress) | (1UL << (int)DeviceId) | (1UL << (int)SessionId) | (1UL << (int)UserAgent)
        | (1UL << (int)Latitude) | (1UL << (int)Longitude) | (1UL << (int)FromAccountOpenedAt);

    /// <summary>The members that are numbers or times in the packed form.</summary>
    internal const ulong FixedMask = Mask & PackedPayment.FixedMembers;

    /// <summary>Whether a member is about a person.</summary>
    public static bool Contains(PaymentMember member) => (Mask & (1UL << (int)member)) != 0;
}

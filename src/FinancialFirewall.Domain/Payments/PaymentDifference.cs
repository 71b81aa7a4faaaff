namespace FinancialFirewall.Domain.Payments;

/// <summary>A member in which two payments differ.</summary>
/// <param name="Member">The member.</param>
/// <param name="First">Its value in the first payment as JSON spells it, texts without quotation marks; null where it was not sent.</param>
/// <param name="Second">Its value in the second payment; null where it was not sent.</param>
public sealed record PaymentDifference(PaymentMember Member, string? First, string? Second)
{
    /// <summary>The member's name in JSON.</summary>
    public string Name => PaymentMemberTable.Name(Member);
}

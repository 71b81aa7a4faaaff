using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Reads degrees as integers of 1/1,000,000.</summary>
internal static class PaymentNumbers
{
    private const int Decimals = 6;
    private const int MicrodegreesPerDegree = 1_000_000;

    /// <summary>Degrees rounded half to even to six decimals; 0 with an error when they are none.</summary>
    public static int ReadDegrees(PaymentMember member, ReadOnlySpan<byte> bytes, JsonTokenType token, int bound, PaymentErrors errors)
    {
        var name = PaymentMemberTable.Name(member);
        if (token != JsonTokenType.Number || !DecimalNumber.TryParse(bytes, out var number))
        {
            errors.Invalid(member, "MEMBER_TYPE", bytes, $"{name} must be a number of degrees such as 48.137154, without quotation marks.");
            return 0;
        }

        // Rounding may not bring what is out of range back into it.
        if (!number.TryRound(Decimals + Decimals, out var exact) || Math.Abs(exact) > (long)bound * MicrodegreesPerDegree * MicrodegreesPerDegree
            || !number.TryRound(Decimals, out var microdegrees))
        {
            errors.Invalid(member, "DEGREES_RANGE", bytes, string.Create(CultureInfo.InvariantCulture, $"{name} must be from -{bound} to {bound} degrees."));
            return 0;
        }

        return (int)microdegrees;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>The values of a list in the normal form of the member that it watches.</summary>
internal static class ListValues
{
    /// <summary>The names of the members that lists can watch, in the order of the members' numbers.</summary>
    internal static IReadOnlyList<string> Watchable { get; } = [.. Enum.GetValues<PaymentMember>().Where(CanWatch).Select(PaymentMemberTable.Name)];

    /// <summary>Whether a list can watch a member: those that a payment holds as text, apart from its metadata.</summary>
    internal static bool CanWatch(PaymentMember member)
        => (PackedPayment.FixedMembers & (1UL << (int)member)) == 0 && member != PaymentMember.Metadata;

    /// <summary>Whether a member is compared as a name.</summary>
    internal static bool IsName(PaymentMember? member) => member is PaymentMember.DebtorName or PaymentMember.CreditorName;

    /// <summary>Whether a member is compared with ranges of addresses.</summary>
    internal static bool IsAddress(PaymentMember? member) => member is PaymentMember.IpAddress;

    /// <summary>The value in its normal form, or what is wrong with it.</summary>
    internal static bool TryNormalise(PaymentMember? member, string value, [NotNullWhen(true)] out string? normal, [NotNullWhen(false)] out string? message)
    {
        message = null;
        normal = value.Trim();
        if (normal.Length == 0)
        {
            message = "The value is empty.";
            return false;
        }

        switch (member)
        {
            case not null when HoldsCard(member.Value, normal):
                message = "A card number is never kept, so it would never match; state the token that payments show in its place.";
                return false;
            case null or PaymentMember.FromAccountNumber or PaymentMember.ToAccountNumber:
                normal = AccountText.Normalise(value);
                return true;
            case PaymentMember.Country or PaymentMember.FromCountry or PaymentMember.ToCountry:
                return CountryText.TryNormalise(value, out normal, out message);
            case PaymentMember.DebtorName or PaymentMember.CreditorName:
                return TryFold(value, out normal, out message);
            case PaymentMember.IpAddress:
                return TryRange(value, out normal, out message);
            case PaymentMember.DebtorAgent or PaymentMember.CreditorAgent:
                normal = normal.ToUpperInvariant();
                return true;
            case PaymentMember.Uetr:
                normal = normal.ToLowerInvariant();
                return true;
            default:
                return true;
        }
    }

    private static bool HoldsCard(PaymentMember member, string value)
        => PaymentMemberTable.Get(member).Kind != PaymentMemberKind.Reference && CardNumbers.TryFind(Encoding.UTF8.GetBytes(value), 0, out _, out _);

    // Two ways to write one range must not look like two entries.
    private static bool TryRange(string value, [NotNullWhen(true)] out string? normal, [NotNullWhen(false)] out string? message)
    {
        var isRange = AddressText.TryParseRange(Encoding.UTF8.GetBytes(value.Trim()), out var prefix, out var length);
        normal = isRange ? string.Create(CultureInfo.InvariantCulture, $"{prefix:x32}/{length}") : null;
        message = isRange ? null : $"'{value}' is neither an IP address nor a range such as 10.0.0.0/8 or 2001:db8::/32.";
        return isRange;
    }

    private static bool TryFold(string value, [NotNullWhen(true)] out string? normal, [NotNullWhen(false)] out string? message)
    {
        Span<byte> folded = stackalloc byte[NameText.MaximumLength];
        var length = NameText.Fold(Encoding.UTF8.GetBytes(value), folded);
        normal = length < 0 ? null : Encoding.UTF8.GetString(folded[..length]);
        message = length < 0 ? $"The name is longer than {NameText.MaximumLength:N0} bytes." : null;
        return length >= 0;
    }
}

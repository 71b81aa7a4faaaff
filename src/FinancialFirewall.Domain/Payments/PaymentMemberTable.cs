using System.Numerics;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Bytes;
using static FinancialFirewall.Domain.Payments.PaymentMember;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Every member of a payment with its name, kind and longest value. The bounds are those of ISO 20022 or above, and together, at four bytes a
/// character, below what a packed payment can hold.
/// </summary>
public static class PaymentMemberTable
{
    /// <summary>The longest metadata, in bytes.</summary>
    public const int MaximumMetadataLength = 16 * 1024;

    private const int ReferenceLength = 100;
    private const int CodeLength = 100;
    private const int NameLength = 140;
    private const int DeviceLength = 128;
    private const int TextLength = 1000;
    private const int NumberLength = 40;
    private const int Slots = 128;

    private static readonly PaymentMemberInfo[] Members =
    [
        new(TransactionReference, "transactionReference", PaymentMemberKind.Reference, ReferenceLength),
        new(FromAccountNumber, "fromAccountNumber", PaymentMemberKind.Account, CodeLength),
        new(Amount, "amount", PaymentMemberKind.Amount, NumberLength),
        new(Currency, "currency", PaymentMemberKind.Currency, 3),
        new(Kind, "kind", PaymentMemberKind.Kind, CodeLength),
        new(OriginalTransactionReference, "originalTransactionReference", PaymentMemberKind.Reference, ReferenceLength),
        new(ToAccountNumber, "toAccountNumber", PaymentMemberKind.Account, CodeLength),
        new(CustomerId, "customerId", PaymentMemberKind.Text, CodeLength),
        new(PaymentType, "paymentType", PaymentMemberKind.Text, CodeLength),
        new(LocalInstrumentationCode, "localInstrumentationCode", PaymentMemberKind.Text, CodeLength),
        new(ClearingSystemCode, "clearingSystemCode", PaymentMemberKind.Text, CodeLength),
        new(PaymentMember.PaymentSource, "paymentSource", PaymentMemberKind.Source, CodeLength),
        new(FromCountry, "fromCountry", PaymentMemberKind.Country, CountryTable.CodeLength),
        new(ToCountry, "toCountry", PaymentMemberKind.Country, CountryTable.CodeLength),
        new(Country, "country", PaymentMemberKind.Country, CountryTable.CodeLength),
        new(DebtorName, "debtorName", PaymentMemberKind.Text, NameLength),
        new(CreditorName, "creditorName", PaymentMemberKind.Text, NameLength),
        new(DebtorAgent, "debtorAgent", PaymentMemberKind.Bic, Bic.MaximumLength),
        new(CreditorAgent, "creditorAgent", PaymentMemberKind.Bic, Bic.MaximumLength),
        new(PaymentMember.Uetr, "uetr", PaymentMemberKind.Uetr, Payments.Uetr.Length),
        new(EndToEndId, "endToEndId", PaymentMemberKind.Reference, ReferenceLength),
        new(PurposeCode, "purposeCode", PaymentMemberKind.Text, CodeLength),
        new(RemittanceInformation, "remittanceInformation", PaymentMemberKind.FreeText, TextLength),
        new(RequestedExecutionDate, "requestedExecutionDate", PaymentMemberKind.Date, Rfc3339.MaximumLength),
        new(IpAddress, "ipAddress", PaymentMemberKind.IpAddress, IpAddressText.MaximumInputLength),
        new(DeviceId, "deviceId", PaymentMemberKind.Text, DeviceLength),
        new(SessionId, "sessionId", PaymentMemberKind.Text, DeviceLength),
        new(UserAgent, "userAgent", PaymentMemberKind.FreeText, 512),
        new(Latitude, "latitude", PaymentMemberKind.Latitude, NumberLength),
        new(Longitude, "longitude", PaymentMemberKind.Longitude, NumberLength),
        new(MerchantId, "merchantId", PaymentMemberKind.Text, CodeLength),
        new(MerchantCategory, "merchantCategory", PaymentMemberKind.MerchantCategory, 4),
        new(TerminalId, "terminalId", PaymentMemberKind.Text, CodeLength),
        new(CardToken, "cardToken", PaymentMemberKind.Text, CodeLength),
        new(EntryMode, "entryMode", PaymentMemberKind.Text, CodeLength),
        new(CardPresent, "cardPresent", PaymentMemberKind.Truth, 5),
        new(ThreeDsStatus, "threeDsStatus", PaymentMemberKind.Text, CodeLength),
        new(Channel, "channel", PaymentMemberKind.Text, CodeLength),
        new(FromAccountOpenedAt, "fromAccountOpenedAt", PaymentMemberKind.Time, Rfc3339.MaximumLength),
        new(Description, "description", PaymentMemberKind.FreeText, TextLength),
        new(InitiatedAt, "initiatedAt", PaymentMemberKind.Time, Rfc3339.MaximumLength),
        new(Metadata, "metadata", PaymentMemberKind.Metadata, MaximumMetadataLength),
    ];

    private static readonly string[] AllNames = [.. Members.Select(member => member.Name)];
    private static readonly PaymentMemberInfo?[] ByHash = Index();

    /// <summary>The members that are kept exactly as they came, as a presence map.</summary>
    internal static readonly ulong References = MapOf(PaymentMemberKind.Reference);

    /// <summary>The members whose texts are kept as they came but for card numbers, as a presence map.</summary>
    internal static readonly ulong Texts = MapOf(PaymentMemberKind.Text) | MapOf(PaymentMemberKind.FreeText);

    /// <summary>The accounts, as a presence map.</summary>
    internal static readonly ulong Accounts = MapOf(PaymentMemberKind.Account);

    /// <summary>Every member, in the order of their numbers.</summary>
    public static ReadOnlySpan<PaymentMemberInfo> All => Members;

    /// <summary>Every member's name, in the order of their numbers.</summary>
    public static ReadOnlySpan<string> Names => AllNames;

    /// <summary>What is known about a member.</summary>
    public static PaymentMemberInfo Get(PaymentMember member) => Members[(int)member];

    /// <summary>A member's name in JSON, camelCase.</summary>
    public static string Name(PaymentMember member) => Members[(int)member].Name;

    /// <summary>Finds a member by its name, without allocating.</summary>
    /// <param name="name">The name in UTF-8; its case matters.</param>
    /// <param name="member">The member, when there is one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(ReadOnlySpan<byte> name, out PaymentMember member)
    {
        for (var slot = SlotOf(name); ByHash[slot] is { } info; slot = (slot + 1) % Slots)
        {
            if (ShortBytes.Equal(name, info.Utf8Name))
            {
                member = info.Member;
                return true;
            }
        }

        member = default;
        return false;
    }

    /// <summary>Finds a member by its name.</summary>
    /// <param name="name">The name; its case matters.</param>
    /// <param name="member">The member, when there is one.</param>
    public static bool TryFind(string name, out PaymentMember member)
    {
        var index = Array.IndexOf(AllNames, name);
        member = (PaymentMember)Math.Max(index, 0);
        return index >= 0;
    }

    private static ulong MapOf(PaymentMemberKind kind)
        => Members.Where(info => info.Kind == kind).Aggregate(0UL, static (map, info) => map | (1UL << (int)info.Member));

    private static PaymentMemberInfo?[] Index()
    {
        var index = new PaymentMemberInfo?[Slots];
        foreach (var info in Members)
        {
            var slot = SlotOf(info.Utf8Name);
            while (index[slot] is not null)
            {
                slot = (slot + 1) % Slots;
            }

            index[slot] = info;
        }

        return index;
    }

    /// <summary>Length, first, middle and last byte tell nearly all names apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return 0;
        }

        var mixed = (uint)name.Length | ((uint)name[0] << 8) | ((uint)name[name.Length / 2] << 16) | ((uint)name[^1] << 24);
        return (int)((mixed * 0x9E3779B1u) >> (32 - BitOperations.Log2(Slots)));
    }
}

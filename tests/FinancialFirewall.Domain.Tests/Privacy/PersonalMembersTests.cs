using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Tests.Privacy;

public sealed class PersonalMembersTests
{
    /// <summary>Whoever adds a member says here whether it is about a person.</summary>
    private static readonly Dictionary<string, bool> IsPersonal = new(StringComparer.Ordinal)
    {
        ["transactionReference"] = false, ["fromAccountNumber"] = true, ["amount"] = false, ["currency"] = false, ["kind"] = false,
        ["originalTransactionReference"] = false, ["toAccountNumber"] = true, ["customerId"] = true, ["paymentType"] = false,
        ["localInstrumentationCode"] = false, ["clearingSystemCode"] = false, ["paymentSource"] = false, ["fromCountry"] = false, ["toCountry"] = false,
        ["country"] = false, ["debtorName"] = true, ["creditorName"] = true, ["debtorAgent"] = false, ["creditorAgent"] = false, ["uetr"] = false,
        ["endToEndId"] = true, ["purposeCode"] = false, ["remittanceInformation"] = true, ["requestedExecutionDate"] = false, ["ipAddress"] = true,
        ["deviceId"] = true, ["sessionId"] = true, ["userAgent"] = true, ["latitude"] = true, ["longitude"] = true, ["merchantId"] = false,
        ["merchantCategory"] = false, ["terminalId"] = false, ["cardToken"] = true, ["entryMode"] = false, ["cardPresent"] = false,
        ["threeDsStatus"] = false, ["channel"] = false, ["fromAccountOpenedAt"] = true, ["description"] = true, ["initiatedAt"] = false, ["metadata"] = true,
    };

    [Fact]
    public void Contains_EveryMember_IsAsTheTableSays()
        => Assert.Equal(IsPersonal, PaymentMemberTable.All.ToArray().ToDictionary(info => info.Name, info => PersonalMembers.Contains(info.Member)));
}

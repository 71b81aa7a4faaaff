using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class PaymentMemberTableTests
{
    [Fact]
    public void All_Members_StandAtTheirNumberUnderTheNameOfTheContract()
    {
        var members = Enum.GetValues<PaymentMember>();
        Assert.Equal(members.Length, PaymentMemberTable.All.Length);
        foreach (var member in members)
        {
            var name = char.ToLowerInvariant(member.ToString()[0]) + member.ToString()[1..];
            Assert.Equal((member, name), (PaymentMemberTable.Get(member).Member, PaymentMemberTable.Name(member)));
            Assert.Equal((true, member), (PaymentMemberTable.TryFind(Encoding.ASCII.GetBytes(name), out var byBytes), byBytes));
            Assert.Equal((true, member), (PaymentMemberTable.TryFind(name, out var byText), byText));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Amount")]
    [InlineData("amoun")]
    [InlineData("amount ")]
    [InlineData("id")]
    public void TryFind_UnknownName_IsFalse(string name)
    {
        Assert.False(PaymentMemberTable.TryFind(Encoding.UTF8.GetBytes(name), out _));
        Assert.False(PaymentMemberTable.TryFind(name, out _));
    }

    [Fact]
    public void MaximumLengths_AllTogether_FitIntoAPackedPayment()
    {
        var bytes = 0;
        foreach (var info in PaymentMemberTable.All)
        {
            bytes += info.Kind == PaymentMemberKind.Metadata ? info.MaximumLength : 4 * info.MaximumLength;
        }

        Assert.InRange(bytes, 1, ushort.MaxValue);
    }

    [Fact]
    public void Numbers_OfPersistedEnumerations_AreFrozen()
    {
        Assert.Equal(
            "TransactionReference=0 FromAccountNumber=1 Amount=2 Currency=3 Kind=4 OriginalTransactionReference=5 ToAccountNumber=6 CustomerId=7 "
            + "PaymentType=8 LocalInstrumentationCode=9 ClearingSystemCode=10 PaymentSource=11 FromCountry=12 ToCountry=13 Country=14 DebtorName=15 "
            + "CreditorName=16 DebtorAgent=17 CreditorAgent=18 Uetr=19 EndToEndId=20 PurposeCode=21 RemittanceInformation=22 "
            + "RequestedExecutionDate=23 IpAddress=24 DeviceId=25 SessionId=26 UserAgent=27 Latitude=28 Longitude=29 MerchantId=30 "
            + "MerchantCategory=31 TerminalId=32 CardToken=33 EntryMode=34 CardPresent=35 ThreeDsStatus=36 Channel=37 FromAccountOpenedAt=38 "
            + "Description=39 InitiatedAt=40 Metadata=41",
            Numbers<PaymentMember>());
        Assert.Equal("Payment=1 Refund=2 Reversal=3 Return=4 Authorisation=5 Capture=6 AccountVerification=7", Numbers<PaymentKind>());
        Assert.Equal("BankClient=1 ClearingSystem=2", Numbers<PaymentSource>());
        Assert.Equal("None=0 CardPresent=1 InitiatedAtDefaulted=2 FromCountryDerived=4 ToCountryDerived=8 Erased=16 Sealed=32", Numbers<PackedPaymentFlags>());
    }

    [Fact]
    public void EnumTexts_OfEveryValue_AreReadBack()
    {
        foreach (var kind in Enum.GetValues<PaymentKind>())
        {
            Assert.Equal((true, kind), (PaymentEnumText.TryParse(Encoding.ASCII.GetBytes(PaymentEnumText.ToText(kind)), out PaymentKind read), read));
        }

        foreach (var source in Enum.GetValues<PaymentSource>())
        {
            Assert.Equal((true, source), (PaymentEnumText.TryParse(PaymentEnumText.ToUtf8(source), out PaymentSource read), read));
        }
    }

    private static string Numbers<T>()
        where T : struct, Enum
        => string.Join(' ', Enum.GetValues<T>().Select(value => $"{value}={Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)}"));
}

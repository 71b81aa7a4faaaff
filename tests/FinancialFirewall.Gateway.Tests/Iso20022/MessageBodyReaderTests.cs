using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Iso20022;
using FinancialFirewall.Gateway.Tests.Bodies;

namespace FinancialFirewall.Gateway.Tests.Iso20022;

public sealed class MessageBodyReaderTests
{
    private const long Limit = 1_000_000;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void TryTake_CustomerOrder_GivesItsPayments(int version)
        => Assert.Equal(Messages.OrderedPayments(version), Bodies(Messages.CustomerOrder(version), 1000));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void TryTake_BankTransfer_GivesItsPayments(int version)
        => Assert.Equal(Messages.TransferredPayments(version), Bodies(Messages.BankTransfer(version), 1000));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void TryTake_AnyPieces_GivesTheSamePayments(int piece)
        => Assert.Equal(Messages.OrderedPayments(9), Bodies(Messages.CustomerOrder(9), piece));

    [Fact]
    public void TryTake_MessageInAnEnvelopeWithPrefixes_IsRead()
    {
        var message = Messages.BankTransfer(8)
            .Replace("<Document xmlns=", "<e:Envelope xmlns:e=\"urn:example\"><e:Header><e:Document/></e:Header><Document xmlns=", StringComparison.Ordinal)
            .Replace("<e:Document/>", "", StringComparison.Ordinal)
            .Replace("</Document>", "</Document></e:Envelope>", StringComparison.Ordinal);

        Assert.Equal(Messages.TransferredPayments(8), Bodies(message, 1000));
    }

    [Fact]
    public void TryTake_ElementsOfAnotherNamespace_AreNotTaken()
    {
        var message = Messages.BankTransfer(8).Replace(
            "<IntrBkSttlmAmt Ccy=\"JPY\">", "<x:IntrBkSttlmAmt xmlns:x=\"urn:other\" Ccy=\"EUR\">1</x:IntrBkSttlmAmt><IntrBkSttlmAmt Ccy=\"JPY\">", StringComparison.Ordinal);

        Assert.Equal(Messages.TransferredPayments(8), Bodies(message, 1000));
    }

    [Fact]
    public void TryTake_TimeWithoutOffset_IsThatOfTheZone()
    {
        var message = Messages.BankTransfer(2).Replace("2026-03-01T10:15:00Z", "2026-03-01T10:15:00", StringComparison.Ordinal);
        var reader = new MessageBodyReader(ZoneRules.Find("Europe/Berlin")!, Limit);

        Assert.Contains("\"initiatedAt\":\"2026-03-01T09:15:00Z\"", BodyFeeding.Read(reader, message)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void TryTake_SeveralServiceLevels_TakesTheFirst()
    {
        var message = Messages.CustomerOrder(9).Replace("<SvcLvl><Cd>SEPA</Cd></SvcLvl>", "<SvcLvl><Cd>SEPA</Cd></SvcLvl><SvcLvl><Cd>URGP</Cd></SvcLvl>", StringComparison.Ordinal);

        Assert.Equal(Messages.OrderedPayments(9), Bodies(message, 1000));
    }

    [Fact]
    public void TryTake_LongRemittance_IsCut()
    {
        var message = Messages.BankTransfer(8).Replace("<Ustrd>rent</Ustrd>", string.Concat(Enumerable.Repeat($"<Ustrd>{new string('x', 139)}</Ustrd>", 20)), StringComparison.Ordinal);
        var found = Bodies(message, 1000)[0];
        var start = found.IndexOf("\"remittanceInformation\":\"", StringComparison.Ordinal) + 25;

        Assert.Equal(1000, found.IndexOf('"', start) - start);
    }

    [Theory]
    [InlineData("amount", "/Document/CstmrCdtTrfInitn/PmtInf[2]/CdtTrfTxInf[1]/Amt/EqvtAmt/Amt")]
    [InlineData("currency", "/Document/CstmrCdtTrfInitn/PmtInf[2]/CdtTrfTxInf[1]/Amt/EqvtAmt/Amt")]
    [InlineData("fromAccountNumber", "/Document/CstmrCdtTrfInitn/PmtInf[2]/DbtrAcct/Id/Othr/Id")]
    [InlineData("initiatedAt", "/Document/CstmrCdtTrfInitn/GrpHdr/CreDtTm")]
    [InlineData("requestedExecutionDate", "/Document/CstmrCdtTrfInitn/PmtInf[2]/ReqdExctnDt/Dt")]
    [InlineData("paymentType", "/Document/CstmrCdtTrfInitn/PmtInf[2]/CdtTrfTxInf[1]")]
    [InlineData("", "/Document/CstmrCdtTrfInitn/PmtInf[2]/CdtTrfTxInf[1]")]
    public void Describe_Member_IsAnXPath(string member, string expected)
    {
        var reader = Reader();
        BodyFeeding.Read(reader, Messages.CustomerOrder(9));

        Assert.Equal(expected, reader.Describe(reader.Place, member));
    }

    [Fact]
    public void TryTake_BrokenInTheMiddle_KeepsWhatStandsBeforeAndSaysWhere()
    {
        var message = Messages.CustomerOrder(9);
        var reader = Reader();

        var found = BodyFeeding.Read(reader, message[..(message.IndexOf("Zoë", StringComparison.Ordinal) + 1)]);

        Assert.Equal(["18:!!NOT_XML"], found);
        Assert.Equal("/Document/CstmrCdtTrfInitn/PmtInf[1]/CdtTrfTxInf[1]/Cdtr/Nm", reader.Errors[0].Place);
    }

    [Theory]
    [InlineData("<!DOCTYPE Document><Document/>", "DTD_REFUSED")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>", "DTD_REFUSED")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>", "DTD_REFUSED")]
    [InlineData("<d>&x;</d>", "NOT_XML")]
    [InlineData("<d></e>", "NOT_XML")]
    [InlineData("<d>\u0001</d>", "NOT_XML")]
    [InlineData("", "NOT_XML")]
    [InlineData("<d/>", "NOT_A_MESSAGE")]
    [InlineData("<Document/>", "MESSAGE_UNSUPPORTED")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.02\"/>", "MESSAGE_UNSUPPORTED")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.10\"/>", "MESSAGE_UNSUPPORTED")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.01\"/>", "MESSAGE_UNSUPPORTED")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>", "MESSAGE_UNSUPPORTED")]
    public void TryTake_WhatIsNoMessage_IsRefused(string input, string code)
        => Assert.Equal(code, Assert.Single(BodyFeeding.FirstErrors(Reader(), input)).Code);

    [Theory]
    [InlineData("<d>\n<e>\n\n</f></d>", "4:")]
    [InlineData("\n<d>\n\u0001</d>", "3:")]
    public void TryTake_WhatBreaks_SaysItsLine(string input, string line)
        => Assert.StartsWith(line, Assert.Single(BodyFeeding.Read(Reader(), input)), StringComparison.Ordinal);

    [Fact]
    public void TryTake_SecondMessage_IsRefused()
    {
        var message = $"<All>{Messages.BankTransfer(8)}{Messages.BankTransfer(8)}</All>";

        Assert.Equal("MESSAGE_SECOND", Assert.Single(BodyFeeding.FirstErrors(Reader(), message)).Code);
    }

    [Theory]
    [MemberData(nameof(Excesses))]
    public void TryTake_OverALimit_IsRefusedByItsName(string code, string before, string repeated, int times)
    {
        var reader = Reader();
        var input = Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Range(0, times).Select(number => repeated.Replace("#", $"{number}", StringComparison.Ordinal))));

        var found = BodyFeeding.Read(reader, input, 100_000);

        Assert.Equal(code, reader.Errors[0].Code);
        Assert.Equal(ErrorKind.TooLarge, reader.Errors[0].Kind);
        Assert.EndsWith($"!!{code}", Assert.Single(found), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, int> Excesses => new()
    {
        { "XML_TOO_DEEP", "", "<a>", 65 },
        { "XML_NODE_TOO_LARGE", "<a b=\"", "0123456789", 30_000 },
        { "XML_NODE_TOO_LARGE", "<", "a", 300_000 },
        { "XML_NODE_TOO_LARGE", "<a><!--", "0123456789", 30_000 },
        { "XML_TOO_MANY_NAMES", "<a>", "<n#/>", 20_000 },
        { "MESSAGE_TOO_LARGE", "<a>", "<b>0123456789</b>", 100_000 },
    };

    private static MessageBodyReader Reader() => new(ZoneRules.Utc, Limit);

    private static List<string> Bodies(string message, int piece)
        => [.. BodyFeeding.Read(Reader(), Encoding.UTF8.GetBytes(message), piece).Select(static found => found[(found.IndexOf(':', StringComparison.Ordinal) + 1)..])];
}

using System.Text;
using FinancialFirewall.Gateway.Csv;

namespace FinancialFirewall.Gateway.Tests.Csv;

public sealed class ColumnGuessTests
{
    [Fact]
    public void Propose_CardData_FindsColumnsAndSaysWhatIsMissing()
    {
        var guess = Propose("""
            TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_FRAUD
            0,2018-04-01 00:00:31,596,3156,57.16,0
            1,2018-04-01 00:02:10,4961,3412,81.51,0
            """);

        Assert.Equal(
            ["transactionReference=TRANSACTION_ID", "fromAccountNumber=CUSTOMER_ID", "amount=TX_AMOUNT", "customerId=CUSTOMER_ID", "terminalId=TERMINAL_ID", "initiatedAt=TX_DATETIME"],
            guess.Map.Members.Select(static member => $"{member.Name}={member.Source[0].Text}"));
        Assert.Equal("yyyy-MM-dd HH:mm:ss", guess.Map.Members[^1].Format.TimeFormat);
        Assert.Equal(["currency"], guess.Missing);
        Assert.Equal("fromAccountNumber, customerId", guess.Columns[2].Member);
        Assert.Equal(("TX_FRAUD", ""), (guess.Columns[5].Name, guess.Columns[5].Member));
        Assert.Equal(["596", "4961"], guess.Columns[2].Samples);
    }

    [Fact]
    public void Propose_GermanFile_FindsDelimiterAndFormats()
    {
        var guess = Propose("Reference;Betrag;Currency;IBAN;Date\nA;1.234,50;EUR;DE1;31.12.2025\nB;3,00;EUR;DE1;01.01.2026\n");

        Assert.Equal(';', guess.Map.Delimiter);
        Assert.Empty(guess.Missing);
        var amount = guess.Map.Members.Single(static member => member.Name == "amount").Format;
        Assert.Equal((',', '.'), (amount.DecimalMark, amount.GroupMark));
        Assert.Equal("dd.MM.yyyy", guess.Map.Members.Single(static member => member.Name == "initiatedAt").Format.TimeFormat);
    }

    [Theory]
    [InlineData("01/02/2026", "28/02/2026", "dd/MM/yyyy")]
    [InlineData("01/02/2026", "02/28/2026", "MM/dd/yyyy")]
    [InlineData("01/02/2026", "02/03/2026", "dd/MM/yyyy")]
    [InlineData("1772359230", "1772359231", "unix")]
    [InlineData("1772359230000", "1772359231000", "unixMs")]
    [InlineData("2026-03-01T10:00:00Z", "2026-03-01T10:00:00+01:00", null)]
    public void Propose_Times_FindsTheFirstFormatThatFitsAll(string first, string second, string? expected)
        => Assert.Equal(expected, Propose($"id,timestamp\n1,{first}\n2,{second}\n").Map.Members[^1].Format.TimeFormat);

    [Fact]
    public void Propose_CardNumbersInSamples_AreMasked()
        => Assert.Equal(["************1111"], Propose("id,card\n1,4111111111111111\n").Columns[1].Samples);

    [Theory]
    [InlineData("transactionReference,amount,metadata.x\n1,2,3\n", true)]
    [InlineData("transactionReference,Amount\n1,2\n", false)]
    public void IsPlain_Header_TellsWhetherAMapIsNeeded(string text, bool expected)
        => Assert.Equal(expected, ColumnGuess.IsPlain(Encoding.UTF8.GetBytes(text)));

    private static GuessedMap Propose(string text) => ColumnGuess.Propose(Encoding.UTF8.GetBytes(text), isWhole: true).Value;
}

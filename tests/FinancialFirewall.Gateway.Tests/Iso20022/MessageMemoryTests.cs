using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Iso20022;

namespace FinancialFirewall.Gateway.Tests.Iso20022;

public sealed class MessageMemoryTests
{
    private const int Transactions = 100_000;
    private const int PieceBytes = 128 * 1024;

    [Fact]
    public void TryTake_HundredThousandTransactions_AllocatesNothingForMoreOfThem()
    {
        var message = Messages.BankTransfer(8);
        var start = message.IndexOf("<CdtTrfTxInf>", StringComparison.Ordinal);
        var end = message.IndexOf("</CdtTrfTxInf>", StringComparison.Ordinal) + "</CdtTrfTxInf>".Length;
        var transaction = Encoding.UTF8.GetBytes(message[start..end]);
        var reader = new MessageBodyReader(ZoneRules.Utc, long.MaxValue);
        reader.Feed(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(message[..start])));
        var piece = new byte[PieceBytes / transaction.Length * transaction.Length];
        for (var at = 0; at < piece.Length; at += transaction.Length)
        {
            transaction.CopyTo(piece, at);
        }

        var warm = Feed(reader, piece, Transactions / 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Feed(reader, piece, Transactions);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(warm > 0 && read >= Transactions, $"{read} transactions were read");
        Assert.True(allocated < read * 64L, $"{allocated} bytes were allocated for {read} transactions");
    }

    private static int Feed(MessageBodyReader reader, byte[] piece, int atLeast)
    {
        var read = 0;
        while (read < atLeast)
        {
            reader.Feed(new ReadOnlySequence<byte>(piece));
            BodyOutcome outcome;
            while ((outcome = reader.TryTake()) == BodyOutcome.Body)
            {
                read++;
            }

            Assert.True(outcome == BodyOutcome.None, outcome == BodyOutcome.Broken ? reader.Errors[0].Message : $"{outcome}");
        }

        return read;
    }
}

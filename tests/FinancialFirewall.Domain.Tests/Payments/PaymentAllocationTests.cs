using System.Buffers;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tests.Bytes;
using static FinancialFirewall.Domain.Tests.Payments.TestPayments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class PaymentAllocationTests
{
    private const string Members = """
        "toAccountNumber":"DE89 3704 0044 0532 0130 00","description":"r\u00e9f 12","ipAddress":"2001:db8::1","latitude":48.1,"longitude":11.5,
        "initiatedAt":"2026-03-01T12:00:00Z","requestedExecutionDate":"2026-03-01","country":"de","debtorAgent":"DEUTDEFF","customerId":"C-1"
        """;

    [Theory]
    [InlineData(Members)]
    [InlineData(Members + ",\"metadata\":{\"a\":[1,2,\"x\\u0020y\"]}")]
    [InlineData(Members + ",\"cardToken\":\"4111111111111111\",\"metadata\":{\"a\":4111111111111111,\"b\":\"4111\\u00201111 1111 1111\"}")]
    public void TryRead_ValidPaymentsAfterWarmUp_AllocateNothing(string members)
    {
        var json = Encoding.UTF8.GetBytes(With(members));
        var reader = new PaymentReader(new PaymentReaderOptions());
        var output = new ArrayBufferWriter<byte>(1024 * 1024);
        Assert.Equal(0, Allocation.LeastOfThousand(() =>
        {
            output.ResetWrittenCount();
            Assert.True(reader.TryRead(json, Cards, Arrival, output, out _));
        }));
    }

    [Fact]
    public void WriteMembersAndAreSame_AfterWarmUp_AllocateNothing()
    {
        var first = Read(With(Members));
        var second = Read(With(Members.Replace("12:00:00Z", "12:00:01Z", StringComparison.Ordinal)));
        var output = new ArrayBufferWriter<byte>(1024 * 1024);
        using var writer = new Utf8JsonWriter(output);
        Assert.Equal(0, Allocation.LeastOfThousand(() =>
        {
            output.ResetWrittenCount();
            writer.Reset();
            writer.WriteStartObject();
            PaymentWriter.WriteMembers(writer, new PackedPayment(first));
            writer.WriteEndObject();
            writer.Flush();
            Assert.False(PaymentComparer.AreSame(new PackedPayment(first), new PackedPayment(second)));
        }));
    }
}

using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class ExpectedMemberTests
{
    private const string Name = ",\"description\":";
    private static readonly string Before = new('x', 40);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(60)]
    public void IsAt_TextBeforeAnyEnd_IsFoundThereAndNowhereElse(int behind)
    {
        var json = Bytes(new string('x', 40) + Name + new string('y', behind));
        var expected = default(ExpectedMember);

        expected.Learn(json, 40, 40 + Name.Length, PaymentMember.Description);

        Assert.Equal([40], Enumerable.Range(0, json.Length + 1).Where(at => expected.IsAt(json, at)));
        Assert.Equal((Name.Length, PaymentMember.Description), (expected.Length, expected.Member));
    }

    [Fact]
    public void IsAt_OneByteOfTheTextChanged_IsFalse()
    {
        foreach (var behind in new[] { 0, 1, 5, 16, 17, 60 })
        {
            var json = Bytes(Before + Name + new string('y', behind));
            var expected = default(ExpectedMember);
            expected.Learn(json, Before.Length, Before.Length + Name.Length, PaymentMember.Description);
            for (var at = Before.Length; at < Before.Length + Name.Length; at++)
            {
                json[at] ^= 1;
                Assert.False(expected.IsAt(json, Before.Length));
                json[at] ^= 1;
            }

            Assert.True(expected.IsAt(json, Before.Length));
        }
    }

    [Fact]
    public void IsAt_TextCutOffByTheEnd_IsFalse()
    {
        var json = Bytes(Before + Name);
        var expected = default(ExpectedMember);
        expected.Learn(json, Before.Length, json.Length, PaymentMember.Description);

        Assert.DoesNotContain(Enumerable.Range(0, json.Length), length => expected.IsAt(json.AsSpan(0, length), Before.Length));
    }

    [Fact]
    public void IsAt_NothingLearnt_IsFalse()
    {
        var json = Bytes(new string('y', 60));

        Assert.DoesNotContain(Enumerable.Range(0, json.Length + 1), at => default(ExpectedMember).IsAt(json, at));
    }

    [Fact]
    public void Learn_TextLongerThanAVector_KeepsWhatItKnows()
    {
        var json = Bytes(Name + new string(' ', 40));
        var expected = default(ExpectedMember);
        expected.Learn(json, 0, Name.Length, PaymentMember.Description);

        expected.Learn(json, 0, 32, PaymentMember.Currency);

        Assert.True(expected.IsAt(json, 0));
        Assert.Equal(PaymentMember.Description, expected.Member);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}

using System.Net;
using System.Text;
using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class AddressSetTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.255.255.255", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("10.1.2.3/24", "10.1.2.255", true)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("::/0", "10.1.2.3", false)]
    [InlineData("::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true)]
    [InlineData("::ffff:0:0/96", "10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3", true)]
    [InlineData("2001:db8::/33", "2001:db8:7fff::1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("fe80::1", "fe80::1", true)]
    [InlineData("fe80::1", "no address", false)]
    public void Contains_OneRange_HoldsItsOwnAddresses(string range, string address, bool isHeld)
        => Assert.Equal(isHeld, new AddressSet([range]).Contains(Encoding.UTF8.GetBytes(address)));

    [Fact]
    public void Contains_OverlappingRanges_HoldsWhatAnyHolds()
    {
        var set = new AddressSet(["10.0.0.0/8", "10.1.0.0/16", "12.0.0.0/8", "2001:db8::/32"]);

        Assert.Equal(
            [true, true, false, true, false],
            new[] { "10.1.2.3", "10.200.0.1", "11.0.0.1", "12.0.0.1", "2002::" }.Select(text => set.Contains(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("10.1")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("10.0.0.0/33")]
    [InlineData("::/129")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("")]
    public void TryParse_NoRange_IsRefused(string text) => Assert.False(AddressRange.TryParse(text, out _));

    [Fact]
    public void TryParse_RandomAddresses_GivesWhatTheFrameworkReads()
    {
        for (var seed = 1; seed <= 5_000; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(2) == 0 ? 4 : 16];
            random.NextBytes(bytes);
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = random.Next(3) == 0 ? bytes[i] : (byte)0;
            }

            var address = new IPAddress(bytes);
            var expected = address.MapToIPv6().GetAddressBytes().Aggregate(UInt128.Zero, static (value, part) => (value << 8) | part);
            Assert.True(AddressText.TryParse(Encoding.UTF8.GetBytes(address.ToString()), out var actual), $"seed {seed}: {address}");
            Assert.True(expected == actual, $"seed {seed}: {address}");
        }
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData(":1")]
    [InlineData("1:")]
    [InlineData("12345::")]
    [InlineData("::1.2.3")]
    public void TryParse_NoAddress_IsRefused(string text) => Assert.False(AddressText.TryParse(Encoding.UTF8.GetBytes(text), out _));
}

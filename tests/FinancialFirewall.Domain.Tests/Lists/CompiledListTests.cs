using System.Text;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tests.Bytes;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Lists;

public sealed class CompiledListTests
{
    private static readonly Instant Now = new(1_000);

    private static CompiledList Compile(PaymentMember? member, params ListEntry[] entries)
        => new(new ListDefinition("list", ListKind.Watch, Mandatory: false, member, entries));

    private static int Find(CompiledList list, string value) => list.Find(Encoding.UTF8.GetBytes(value), Now);

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("de89370400440532013000", "DE89370400440532013000")]
    [InlineData(" 12 34 ", "12 34")]
    public void Find_Account_ComparesNormalForms(string entry, string value)
    {
        Assert.Equal(0, Find(Compile(PaymentMember.FromAccountNumber, new ListEntry(entry)), value));
        Assert.Equal(0, Find(Compile(null, new ListEntry(entry)), value));
    }

    [Theory]
    [InlineData("Ivo  Karstmann", "IVO KARSTMANN", true)]
    [InlineData("Zoë Ünal", " ZOË\tÜNAL ", true)]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ", true)]
    [InlineData("Ivo Karstmann", "Ivo Karstman", false)]
    public void Find_Name_IgnoresCaseAndSpacing(string entry, string value, bool isHeld)
        => Assert.Equal(isHeld ? 0 : -1, Find(Compile(PaymentMember.CreditorName, new ListEntry(entry)), value));

    [Theory]
    [InlineData("deviceId", "DEVICE", -1)]
    [InlineData("deviceId", "device", 0)]
    public void Find_OtherText_IsExact(string member, string value, int expected)
    {
        Assert.Equal("deviceId", member);
        Assert.Equal(expected, Find(Compile(PaymentMember.DeviceId, new ListEntry("device")), value));
    }

    [Fact]
    public void Find_Address_TakesTheLongestPrefix()
    {
        var list = Compile(PaymentMember.IpAddress, new("0.0.0.0/0"), new("10.0.0.0/8"), new("10.1.2.3/16"), new("10.1.2.4"), new("2001:db8::/32"));

        Assert.Equal(0, Find(list, "11.0.0.1"));
        Assert.Equal(1, Find(list, "10.255.0.1"));
        Assert.Equal(2, Find(list, "10.1.255.255"));
        Assert.Equal(3, Find(list, "10.1.2.4"));
        Assert.Equal(4, Find(list, "2001:db8:ffff::1"));
        Assert.Equal(-1, Find(list, "2001:db9::1"));
        Assert.Equal(-1, Find(list, "no address"));
    }

    [Fact]
    public void Find_ExpiredRange_FallsBackToTheShorterPrefix()
    {
        var list = Compile(PaymentMember.IpAddress, new("10.0.0.0/8"), new("10.1.0.0/16", ExpiresAt: Now));

        Assert.Equal(0, Find(list, "10.1.0.1"));
        Assert.Equal(1, list.Find("10.1.0.1"u8, new Instant(999)));
    }

    [Fact]
    public void Find_ListWithoutMember_KnowsTextsAndRanges()
    {
        var list = Compile(null, new("10.0.0.0/8"), new("text"));

        Assert.Equal(0, Find(list, "10.9.9.9"));
        Assert.Equal(1, Find(list, "text"));
        Assert.Equal(-1, Find(list, "11.0.0.1"));
    }

    [Fact]
    public void Contains_AtItsExpiry_NoLongerHolds()
    {
        var list = Compile(PaymentMember.DeviceId, new ListEntry("d", ExpiresAt: Now));

        Assert.True(list.Contains("d"u8, new Instant(999)));
        Assert.False(list.Contains("d"u8, Now));
    }

    [Theory]
    [InlineData("0:0:0:0:0:ffff:10.0.0.1", true)]
    [InlineData("::ffff:a00:1", true)]
    [InlineData("10.0.0.01", false)]
    [InlineData("10.0.0", false)]
    [InlineData("1:2:3:4:5:6:7:8:9", false)]
    [InlineData("1::2::3", false)]
    [InlineData("1:2:3:4:5:6:7:", false)]
    [InlineData(":1:2:3:4:5:6:7", false)]
    [InlineData("12345::", false)]
    public void TryParse_Address_AcceptsOnlyWhatIsOne(string text, bool isTheMappedAddress)
    {
        var isAddress = AddressText.TryParse(Encoding.UTF8.GetBytes(text), out var address);

        Assert.Equal(isTheMappedAddress, isAddress);
        Assert.True(!isAddress || address == (((UInt128)0xFFFF << 32) | 0x0A000001));
    }

    [Fact]
    public void TryParse_RandomAddresses_AgreeWithTheFramework()
    {
        const int Seed = 7;
        var random = new Random(Seed);
        var bytes = new byte[16];
        for (var i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            bytes.AsSpan(random.Next(16), 0).Clear();
            var from = random.Next(16);
            bytes.AsSpan(from, random.Next(16 - from)).Clear();
            var address = new System.Net.IPAddress(bytes);

            Assert.True(AddressText.TryParse(Encoding.UTF8.GetBytes(address.ToString()), out var value), $"seed {Seed}: {address}");
            Assert.Equal(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes), value);
        }
    }

    [Fact]
    public void Find_AMillionEntries_FindsEachWithoutAllocation()
    {
        const int Count = 1_000_000;
        var list = Compile(PaymentMember.DeviceId, [.. Enumerable.Range(0, Count).Select(i => new ListEntry($"device-{i}"))]);
        var value = Encoding.UTF8.GetBytes("device-999999");
        var (asked, found) = (0, 0L);

        Assert.Equal(0, Allocation.LeastOfThousand(() =>
        {
            asked++;
            found += list.Find(value, Now);
        }));
        Assert.Equal(asked * (Count - 1L), found);
        Assert.Equal(-1, Find(list, "device-1000000"));
    }

    [Fact]
    public void Find_NamesAndAddresses_AllocateNothing()
    {
        var names = Compile(PaymentMember.DebtorName, new ListEntry("Ivo Karstmann"));
        var addresses = Compile(PaymentMember.IpAddress, new ListEntry("10.0.0.0/8"));
        var (asked, hits) = (0, 0);

        Assert.Equal(0, Allocation.LeastOfThousand(() =>
        {
            asked++;
            hits += names.Contains("IVO KARSTMANN"u8, Now) && addresses.Contains("10.2.3.4"u8, Now) ? 1 : 0;
        }));
        Assert.Equal(asked, hits);
    }
}

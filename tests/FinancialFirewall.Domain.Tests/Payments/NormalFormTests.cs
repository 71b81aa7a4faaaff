using FinancialFirewall.Domain.Results;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("DE89370400440532013000", "DE89370400440532013000")]
    [InlineData("de89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432")]
    [InlineData("NO9386011117947", "NO9386011117947")]
    [InlineData("MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S")]
    [InlineData("XK051212012345678906", "XK051212012345678906")]
    [InlineData("FR1420041010050500013M02606", "FR1420041010050500013M02606")]
    [InlineData("LC55HEMM000100010012001200023015", "LC55HEMM000100010012001200023015")]
    public void Iban_Valid_LosesSpacesAndIsUpperCase(string text, string expected)
    {
        Span<byte> form = stackalloc byte[Iban.MaximumLength];

        Assert.True(Iban.TryNormalise(Encoding.UTF8.GetBytes(text), form, out var length));
        Assert.Equal(expected, Encoding.UTF8.GetString(form[..length]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("DE")]
    [InlineData("DE89")]
    [InlineData("DE89370400440532013001")]
    [InlineData("DE8937040044053201300")]
    [InlineData("DE893704004405320130000")]
    [InlineData("US89370400440532013000")]
    [InlineData("DE-89370400440532013000")]
    [InlineData("DE8937040044053201300Ä")]
    [InlineData("1234567890")]
    [InlineData("DE8937040044053201300000000000000000000")]
    public void Iban_Invalid_IsRefused(string text)
    {
        Span<byte> form = stackalloc byte[Iban.MaximumLength];

        Assert.False(Iban.TryNormalise(Encoding.UTF8.GetBytes(text), form, out var length));
        Assert.Equal(0, length);
    }

    [Fact]
    public void Iban_CheckDigitsThatOnlyLookRight_AreRefused()
    {
        // 98 minus the remainder is never 0, 1 or 99; each of these is congruent to a right pair.
        for (var digits = 0; digits < 100; digits++)
        {
            var text = Encoding.ASCII.GetBytes($"DE{digits:00}370400440532013000");
            Assert.Equal(digits == 89, Iban.IsValid(text));
        }
    }

    [Fact]
    public void CountryTable_Codes_AreThe249OfIso3166AndXk()
    {
        Assert.Equal(250, CountryTable.AllCodes.Length);
        Assert.Equal(250, CountryTable.AllCodes.ToArray().Distinct(StringComparer.Ordinal).Count());
        Assert.True(CountryTable.IsKnown("XK"u8));
    }

    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("gb", "GB")]
    [InlineData("Us", "US")]
    [InlineData("UK", null)]
    [InlineData("D", null)]
    [InlineData("DEU", null)]
    [InlineData("D1", null)]
    [InlineData("ü", null)]
    public void CountryTable_Code_IsUpperCaseOrRefused(string text, string? expected)
    {
        Span<byte> form = stackalloc byte[2];

        Assert.Equal(expected, CountryTable.TryNormalise(Encoding.UTF8.GetBytes(text), form) ? Encoding.UTF8.GetString(form) : null);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("1::", "1::")]
    [InlineData("2001:DB8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("2001:0db8:0000:0000:0001:0000:0000:0000", "2001:db8:0:0:1::")]
    [InlineData("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8")]
    [InlineData("0:0:3:4:5:6:7:8", "::3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6::", "1:2:3:4:5:6::")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("::FFFF:C000:0201", "192.0.2.1")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    [InlineData("1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201")]
    public void IpAddressText_Address_IsCanonical(string text, string expected)
    {
        Span<byte> form = stackalloc byte[IpAddressText.MaximumLength];

        Assert.True(IpAddressText.TryNormalise(Encoding.UTF8.GetBytes(text), form, out var length));
        Assert.Equal(expected, Encoding.UTF8.GetString(form[..length]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.")]
    [InlineData("1.2.3.4.5")]
    [InlineData("01.2.3.4")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.-4")]
    [InlineData("1.2.3.4:80")]
    [InlineData("[::1]")]
    [InlineData("::1/64")]
    [InlineData("fe80::1%eth0")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1:::2")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7::8")]
    [InlineData("1:2:3:4:5:6:7:")]
    [InlineData(":1:2:3:4:5:6:7")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("::1.2.3")]
    [InlineData("1.2.3.4::")]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    public void IpAddressText_NoAddress_IsRefused(string text)
        => Assert.False(IpAddressText.TryNormalise(Encoding.UTF8.GetBytes(text), new byte[IpAddressText.MaximumLength], out _));

    [Fact]
    public void IpAddressText_RandomVersion6_AgreesWithSystemNet()
    {
        const int Seed = 5952;
        var random = new Random(Seed);
        var address = new byte[16];
        var form = new byte[IpAddressText.MaximumLength];
        for (var i = 0; i < 5_000; i++)
        {
            for (var group = 0; group < 16; group += 2)
            {
                var isZero = random.Next(2) == 0;
                address[group] = isZero || random.Next(2) == 0 ? (byte)0 : (byte)random.Next(256);
                address[group + 1] = isZero ? (byte)0 : (byte)random.Next(256);
            }

            address[0] |= 0x20;
            var expected = new System.Net.IPAddress(address).ToString();
            Assert.True(IpAddressText.TryNormalise(Encoding.ASCII.GetBytes(expected), form, out var length), $"seed {Seed}: {expected}");
            Assert.True(string.Equals(expected, Encoding.ASCII.GetString(form, 0, length), StringComparison.Ordinal), $"seed {Seed}: {expected} became {Encoding.ASCII.GetString(form, 0, length)}");
        }
    }

    [Theory]
    [InlineData("DEUTDEFF", "DEUTDEFF")]
    [InlineData("deutdeff500", "DEUTDEFF500")]
    [InlineData("DEUTDEF", null)]
    [InlineData("DEUTDEFF5", null)]
    [InlineData("DEUTQQFF", null)]
    [InlineData("DEUT-DEF", null)]
    public void Bic_Code_IsUpperCaseOrRefused(string text, string? expected)
    {
        Span<byte> form = stackalloc byte[Bic.MaximumLength];

        Assert.Equal(expected, Bic.TryNormalise(Encoding.UTF8.GetBytes(text), form) ? Encoding.UTF8.GetString(form[..text.Length]) : null);
    }

    [Theory]
    [InlineData("EB6305C9-1F7F-49DE-AED0-16487C27B42D", "eb6305c9-1f7f-49de-aed0-16487c27b42d")]
    [InlineData("eb6305c9-1f7f-19de-aed0-16487c27b42d", null)]
    [InlineData("eb6305c9-1f7f-49de-7ed0-16487c27b42d", null)]
    [InlineData("eb6305c9x1f7f-49de-aed0-16487c27b42d", null)]
    [InlineData("eb6305c91f7f49deaed016487c27b42d", null)]
    [InlineData("gb6305c9-1f7f-49de-aed0-16487c27b42d", null)]
    public void Uetr_Text_IsLowerCaseOrRefused(string text, string? expected)
    {
        Span<byte> form = stackalloc byte[Uetr.Length];

        Assert.Equal(expected, Uetr.TryNormalise(Encoding.UTF8.GetBytes(text), form) ? Encoding.UTF8.GetString(form) : null);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01t12:00:00z", "2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01T13:00:00.25+01:00", "2026-03-01T12:00:00.25Z")]
    [InlineData("2026-03-01T00:30:00+05:30", "2026-02-28T19:00:00Z")]
    [InlineData("2024-02-29T23:59:59.123456789-00:30", "2024-03-01T00:29:59.123456Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z")]
    [InlineData("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z")]
    public void Rfc3339_Time_IsUtc(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var instant));

        Span<byte> written = stackalloc byte[Rfc3339.MaximumLength];
        Assert.Equal(expected, Encoding.UTF8.GetString(written[..Rfc3339.Format(instant, written)]));
        Assert.Equal(expected, instant.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-01T12:00:00")]
    [InlineData("2026-03-01 12:00:00Z")]
    [InlineData("2026-3-1T12:00:00Z")]
    [InlineData("2026-13-01T12:00:00Z")]
    [InlineData("2026-02-29T12:00:00Z")]
    [InlineData("2026-03-01T24:00:00Z")]
    [InlineData("2026-03-01T12:60:00Z")]
    [InlineData("2026-03-01T12:00:60Z")]
    [InlineData("2026-03-01T12:00:00.Z")]
    [InlineData("2026-03-01T12:00:00.1234567890Z")]
    [InlineData("2026-03-01T12:00:00+0100")]
    [InlineData("2026-03-01T12:00:00+24:00")]
    [InlineData("2026-03-01T12:00:00+01:00x")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void Rfc3339_NoTime_IsRefused(string text) => Assert.False(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out Instant _));

    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("2000-02-29", 11016)]
    [InlineData("1969-12-31", -1)]
    public void Rfc3339_Date_IsDaysSince1970(string text, int expected)
    {
        Assert.True(Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(text), out var day));
        Assert.Equal(expected, day);

        Span<byte> written = stackalloc byte[10];
        Assert.Equal(text, Encoding.UTF8.GetString(written[..Rfc3339.FormatDate(day, written)]));
    }

    [Theory]
    [InlineData("ammount", "amount")]
    [InlineData("transactionRef", null)]
    [InlineData("transactionReferense", "transactionReference")]
    [InlineData("Currency", "currency")]
    [InlineData("frmoCountry", "fromCountry")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void NearestName_Find_OffersWhatWasProbablyMeant(string name, string? expected)
        => Assert.Equal(expected, NearestName.Find(name, PaymentMemberTable.Names));
}

using System.Text;
using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Domain.Tests.Users;

public sealed class Base32Tests
{
    /// <summary>The test vectors of RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Encode_VectorsOfTheRfc_AreGiven(string text, string expected) => Assert.Equal(expected, Base32.Encode(Encoding.ASCII.GetBytes(text)));
}

using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Domain.Tests.Users;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("  Ada.Lovelace@Example.COM ", "ada.lovelace@example.com")]
    [InlineData("a@b", "a@b")]
    public void Read_Address_IsInItsForm(string address, string form) => Assert.Equal(form, MailAddress.Read(address).Value);

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.com")]
    [InlineData("ada@")]
    [InlineData("ada@example@com")]
    [InlineData("ada lovelace@example.com")]
    [InlineData("ada\n@example.com")]
    public void Read_NoAddress_SaysWhatOneIs(string address)
    {
        var error = Assert.Single(MailAddress.Read(address).Errors);

        Assert.Equal(("EMAIL_INVALID", "email", address), (error.Code, error.Member, error.Value));
    }

    [Theory]
    [InlineData(64, 254, true)]
    [InlineData(65, 254, false)]
    [InlineData(64, 255, false)]
    public void Read_LongAddress_IsTakenUpToTheLimits(int local, int whole, bool isTaken)
    {
        var address = new string('a', local) + "@" + new string('b', whole - local - 1);

        Assert.Equal(isTaken, MailAddress.Read(address).IsSuccess);
    }
}

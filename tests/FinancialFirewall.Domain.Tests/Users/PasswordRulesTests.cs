using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Domain.Tests.Users;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("zwölf Zeichen sind genug")]
    [InlineData("mypasswordisnotpassword")]
    [InlineData("vK8?qmTz2!pL")]
    public void Check_GoodPassword_IsTaken(string password) => Assert.Empty(Codes(password));

    [Theory]
    [InlineData("", "PASSWORD_LENGTH")]
    [InlineData("elevenchars", "PASSWORD_LENGTH")]
    [InlineData("Password1234", "PASSWORD_KNOWN")]
    [InlineData("!!Welcome2026!!", "PASSWORD_KNOWN")]
    [InlineData("qwertyuiop123", "PASSWORD_KNOWN")]
    [InlineData("123456789012", "PASSWORD_KNOWN")]
    [InlineData("aaaaaaaaaaaa", "PASSWORD_KNOWN")]
    [InlineData("abcabcabcabcabc", "PASSWORD_KNOWN")]
    [InlineData("CorrectHorseBatteryStaple", "PASSWORD_KNOWN")]
    [InlineData("lovelace and more", "PASSWORD_OWN_NAME")]
    [InlineData("my name is COUNTESS", "PASSWORD_OWN_NAME")]
    [InlineData("acme bank is ours", "PASSWORD_OWN_NAME")]
    public void Check_BadPassword_SaysWhy(string password, string code) => Assert.Equal([code], Codes(password));

    [Theory]
    [InlineData(12, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Check_Length_IsTakenUpToTheLimits(int length, bool isTaken)
        => Assert.Equal(isTaken, Codes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * 7 % 26))))).Length == 0);

    [Fact]
    public void Check_BadPassword_IsNeverRepeated()
    {
        var error = Assert.Single(PasswordRules.Check("Password1234", "newPassword"));

        Assert.Equal(("newPassword", ""), (error.Member, error.Value));
        Assert.DoesNotContain("Password1234", error.Message, StringComparison.Ordinal);
    }

    private static string[] Codes(string password)
        => [.. PasswordRules.Check(password, "password", "ada.lovelace@example.com", "Ada, Countess", "acme").Select(error => error.Code)];
}

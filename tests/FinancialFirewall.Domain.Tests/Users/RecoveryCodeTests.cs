using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Domain.Tests.Users;

public sealed class RecoveryCodeTests
{
    [Fact]
    public void Write_TenBytes_IsFourGroupsOfFour()
        => Assert.Equal("AAAQ-EAYE-AUDA-OCAJ", RecoveryCode.Write([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));

    [Theory]
    [InlineData("aaaq-eaye-auda-ocaj", true)]
    [InlineData(" AAAQ EAYE AUDA OCAJ ", true)]
    [InlineData("AAAQEAYEAUDAOCAJ", true)]
    [InlineData("AAAQ-EAYE-AUDA-OCAK", false)]
    [InlineData("AAAQ-EAYE-AUDA", false)]
    public void Hash_AsPeopleType_IsThatOfTheCode(string typed, bool isSame)
        => Assert.Equal(isSame, RecoveryCode.Hash(typed).AsSpan().SequenceEqual(RecoveryCode.Hash("AAAQ-EAYE-AUDA-OCAJ")));
}

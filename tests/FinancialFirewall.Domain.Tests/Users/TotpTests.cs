using System.Text;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Domain.Tests.Users;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The test vectors of RFC 6238, appendix B, for SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1_111_111_109, "07081804")]
    [InlineData(1_111_111_111, "14050471")]
    [InlineData(1_234_567_890, "89005924")]
    [InlineData(2_000_000_000, "69279037")]
    [InlineData(20_000_000_000, "65353130")]
    public void Code_VectorsOfTheRfc_AreGiven(long seconds, string code)
    {
        Assert.Equal(code, Totp.Code(Key, Totp.StepOf(At(seconds)), digits: 8));
        Assert.Equal(code[2..], Totp.Code(Key, Totp.StepOf(At(seconds))));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Find_CodeOfAStepNearby_IsGoodWithinTheTolerance(int distance, bool isGood)
    {
        var now = At(1_234_567_890);
        var step = Totp.StepOf(now) + distance;

        Assert.Equal(isGood ? step : null, Totp.Find(Key, Totp.Code(Key, step), now, lastStep: 0));
    }

    [Fact]
    public void Find_CodeThatWasTakenOrIsOlder_IsNotGoodAgain()
    {
        var now = At(1_234_567_890);
        var step = Totp.StepOf(now);

        Assert.Null(Totp.Find(Key, Totp.Code(Key, step), now, lastStep: step));
        Assert.Null(Totp.Find(Key, Totp.Code(Key, step - 1), now, lastStep: step));
        Assert.Equal(step + 1, Totp.Find(Key, Totp.Code(Key, step + 1), now, lastStep: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059244")]
    [InlineData("005925")]
    [InlineData("００５９２４")]
    public void Find_AnythingElse_IsNotGood(string code) => Assert.Null(Totp.Find(Key, code, At(1_234_567_890), lastStep: 0));

    [Fact]
    public void Address_OfAKey_IsWhatAppsRead()
        => Assert.Equal(
            "otpauth://totp/Financial%20Firewall%20demo:ada%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Financial%20Firewall%20demo&algorithm=SHA1&digits=6&period=30",
            Totp.Address(Key, "Financial Firewall demo", "ada@example.com"));

    private static Instant At(long seconds) => new(seconds * Instant.MicrosecondsPerSecond);
}

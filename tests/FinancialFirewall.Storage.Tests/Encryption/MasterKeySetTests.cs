using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Tests.Encryption;

public sealed class MasterKeySetTests
{
    private static readonly string First = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly string Second = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);

    [Theory]
    [InlineData("{1}")]
    [InlineData("{1}\n")]
    [InlineData("# a remark {2}\n {1} \r\n\n")]
    public void Parse_OneKey_IsCurrent(string text)
    {
        using var keys = MasterKeySet.Parse(Filled(text), "the test").Value;
        Assert.Equal([TestMasterKeys.IdOf(1)], keys.Ids);
        Assert.Equal(TestMasterKeys.IdOf(1), keys.Current.Id);
    }

    [Theory]
    [InlineData("{2},{1}")]
    [InlineData("{2} {1}")]
    [InlineData("# newest\n{2}\n# oldest\n{1}\n")]
    public void Parse_SeveralKeys_KeepsTheirOrder(string text)
    {
        using var keys = MasterKeySet.Parse(Filled(text), "the test").Value;
        Assert.Equal([TestMasterKeys.IdOf(2), TestMasterKeys.IdOf(1)], keys.Ids);
        Assert.Equal(TestMasterKeys.IdOf(1), keys.Find(TestMasterKeys.IdOf(1))!.Id);
        Assert.Null(keys.Find(TestMasterKeys.IdOf(3)));
    }

    [Theory]
    [InlineData("", "The test holds no key.")]
    [InlineData("# only this", "The test holds no key.")]
    [InlineData("swordfish", "The test holds, as key 1, 9 characters that are not 32 bytes in base64.")]
    [InlineData("{1},AQEBAQ==", "The test holds, as key 2, 8 characters that are not 32 bytes in base64.")]
    [InlineData("{1}{2}", "The test holds, as key 1, 88 characters that are not 32 bytes in base64.")]
    public void Parse_AnythingElse_IsRefusedWithoutRepeatingIt(string text, string message)
    {
        var error = MasterKeySet.Parse(Filled(text), "the test").Errors[0];
        Assert.Equal("MASTER_KEY_INVALID", error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MoreThanTheMaximum_IsRefused()
    {
        var text = string.Join('\n', Enumerable.Repeat(First, MasterKeySet.MaximumCount + 1));
        Assert.StartsWith("The test holds more than 16 keys.", MasterKeySet.Parse(text, "the test").Errors[0].Message, StringComparison.Ordinal);
    }

    private static string Filled(string text) => text.Replace("{1}", First, StringComparison.Ordinal).Replace("{2}", Second, StringComparison.Ordinal);
}

using System.Text;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Tests.Bodies;

public sealed class ArrayBodyReaderTests
{
    private const int Limit = 24;

    [Theory]
    [InlineData("[]", "")]
    [InlineData(" [ ] \n", "")]
    [InlineData("\uFEFF[{\"a\":1}]", "1:{\"a\":1}")]
    [InlineData("[{\"a\":1},{\"b\":2}]", "1:{\"a\":1}|1:{\"b\":2}")]
    [InlineData("[\n  {\"a\": \"x\"},\n\n  {\"b\": [1]}\n]\n", "2:{\"a\": \"x\"}|4:{\"b\": [1]}")]
    [InlineData("[{\"a\":\"}],{\\\"\\\\\"}]", "1:{\"a\":\"}],{\\\"\\\\\"}")]
    [InlineData("[1,true,\"x,]\",null ]", "1:1|1:true|1:\"x,]\"|1:null")]
    [InlineData("[{\"a\":\"0123456789012345678901234567890\"},{}]", "1:!ELEMENT_TOO_LARGE|1:{}")]
    [InlineData("[{\"a\":\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\"},{}]", "1:!ELEMENT_TOO_LARGE|1:{}")]
    [InlineData("[{}", "1:{}|1:!!JSON_ARRAY_CUT_OFF")]
    [InlineData("[{},", "1:{}|1:!!JSON_ARRAY_CUT_OFF")]
    [InlineData("[{},\n{\"a\":", "1:{}|2:{\"a\":|2:!!JSON_ARRAY_CUT_OFF")]
    [InlineData("", "1:!!JSON_ARRAY_CUT_OFF")]
    [InlineData("{\"a\":1}", "1:!!NOT_A_JSON_ARRAY")]
    [InlineData("[{} {}]", "1:{}|1:!!NOT_A_JSON_ARRAY")]
    [InlineData("[{},]", "1:{}|1:!!NOT_A_JSON_ARRAY")]
    [InlineData("[,{}]", "1:!!NOT_A_JSON_ARRAY")]
    [InlineData("[{}] x", "1:{}|1:!!NOT_A_JSON_ARRAY")]
    public void TryTake_AnyPieces_GivesTheSameElements(string input, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(input);
        for (var piece = 1; piece <= bytes.Length + 1; piece++)
        {
            Assert.Equal(expected, string.Join('|', BodyFeeding.Read(new ArrayBodyReader(Limit), bytes, piece)));
        }
    }

    [Fact]
    public void Describe_Member_IsAJsonPointer()
    {
        var reader = new ArrayBodyReader(Limit);
        BodyFeeding.Read(reader, "[{},{}]");

        Assert.Equal("/1/amount", reader.Describe(reader.Place, "amount"));
        Assert.Equal("/1", reader.Describe(reader.Place, ""));
    }

    [Fact]
    public void TryTake_NoArray_SaysWhatBelongsThere()
    {
        var error = Assert.Single(BodyFeeding.FirstErrors(new ArrayBodyReader(Limit), "{\"a\":1}"));

        Assert.Contains("must begin with '['", error.Message, StringComparison.Ordinal);
        Assert.Equal("{\"a\":1}", error.Value);
    }
}

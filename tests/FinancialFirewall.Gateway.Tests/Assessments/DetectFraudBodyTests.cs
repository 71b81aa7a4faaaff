using System.Text;
using FinancialFirewall.Gateway.Assessments;

namespace FinancialFirewall.Gateway.Tests.Assessments;

public sealed class DetectFraudBodyTests
{
    [Theory]
    [InlineData("""{"amount":12000}""", """{"amount":12000}""")]
    [InlineData("""{"account_id":"123456","amount":500,"currency":"USD","signature":"ab"}""", """{"fromAccountNumber":"123456","amount":500,"currency":"USD"}""")]
    [InlineData("""{"account_id":123456,"amount":1.50}""", """{"fromAccountNumber":"123456","amount":1.50}""")]
    [InlineData("""{"amount":1,"metadata":{"signature":"kept"}}""", """{"amount":1,"metadata":{"signature":"kept"}}""")]
    [InlineData("{}", "{}")]
    public void ToPayment_Members_AreKeptAndTranslated(string body, string expected)
        => Assert.Equal(expected, Encoding.UTF8.GetString(DetectFraudBody.ToPayment(Encoding.UTF8.GetBytes(body)).Value.Span));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("12000")]
    [InlineData("""{"amount":1,"amount":2}""")]
    [InlineData("""{"amount":""")]
    public void ToPayment_NoJsonObject_IsMalformed(string body)
        => Assert.Equal("JSON_MALFORMED", Assert.Single(DetectFraudBody.ToPayment(Encoding.UTF8.GetBytes(body)).Errors).Code);
}

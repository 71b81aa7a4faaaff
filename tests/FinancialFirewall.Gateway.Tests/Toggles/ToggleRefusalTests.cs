using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Toggles;

[Collection(GatewayCollection.Name)]
public sealed class ToggleRefusalTests(GatewayFixture fixture)
{
    private const string Root = "/api/v1/fraud-api-toggle";
    private const string All = Root + "/configurations/tenant/demo";

    private HttpClient Client => fixture.Gateway.Client;

    [Theory]
    [InlineData("/configurations", """{"paymentType":"CARD"}""", "MEMBER_MISSING", "/isEnabled")]
    [InlineData("/configurations", """{"isEnabled":true,"colour":"red"}""", "MEMBER_UNKNOWN", "/colour")]
    [InlineData("/configurations", """{"isEnabled":true,"priority":0}""", "VALUE_OUT_OF_RANGE", "/priority")]
    [InlineData("/configurations", """{"isEnabled":true,"clearingSystemCode":"TARGET2"}""", "HIERARCHY_BROKEN", "/clearingSystemCode")]
    [InlineData("/configurations", """{"isEnabled":true,"disabledReason":"x"}""", "REASON_MISPLACED", "/disabledReason")]
    [InlineData("/configurations", """{"isEnabled":true,"effectiveFrom":"2030-01-02T00:00:00Z","effectiveUntil":"2030-01-01T00:00:00Z"}""", "WINDOW_REVERSED", "/effectiveUntil")]
    [InlineData("/configurations/schedule", """{"isEnabled":true}""", "SCHEDULE_NOT_IN_THE_FUTURE", "/effectiveFrom")]
    [InlineData("/configurations/schedule", """{"isEnabled":true,"effectiveFrom":"2020-01-01T00:00:00Z"}""", "SCHEDULE_NOT_IN_THE_FUTURE", "/effectiveFrom")]
    [InlineData("/enable", """{"colour":"red"}""", "MEMBER_UNKNOWN", "/colour")]
    [InlineData("/disable", """{"localInstrumentationCode":"INST"}""", "HIERARCHY_BROKEN", "/localInstrumentationCode")]
    public async Task Post_WrongBody_NamesTheMemberAndChangesNothing(string path, string body, string code, string member)
    {
        var before = await Client.GetStringAsync(All);

        using var response = await Client.PostAsync(Root + path, Payments.Json(body));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((400, code, member), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Member));
        Assert.Equal(before, await Client.GetStringAsync(All));
    }
}

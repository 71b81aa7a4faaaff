using System.Text;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Configurations;

public sealed class ConfigurationChangeTests
{
    private const string Engine = """
        {"configurationName":"x","createdBy":"ann","bankFraudApiConfig":{"apiUrl":"https://bank.example/v1","headers":{"X-Trace":"t1"},
         "authentication":{"type":"API_KEY","apiKey":"k1"}}}
        """;

    private static readonly Instant Now = new(1_000_000);

    [Fact]
    public void Replace_MasksSentBack_KeepsTheSecretsAndWhoCreatedIt()
    {
        var present = Read(Engine);
        var sent = Read(Encoding.UTF8.GetString(RiskConfigurationDocument.Write(present, DocumentForm.Answer)).Replace("/v1", "/v2", StringComparison.Ordinal));

        var changed = ConfigurationChange.Replace(present, sent with { Id = Guid.Empty, CreatedBy = "eve", UpdatedBy = "bob" }, Now).Value;

        Assert.Equal(("https://bank.example/v2", "k1", "t1"), SecretsOf(changed));
        Assert.Equal((present.Id, present.CreatedAt, "ann", "bob", Now), (changed.Id, changed.CreatedAt, changed.CreatedBy, changed.UpdatedBy, changed.UpdatedAt));
    }

    [Theory]
    [InlineData("https://evil.example/v1")]
    [InlineData("http://bank.example/v1")]
    [InlineData("https://bank.example:8443/v1")]
    public void Replace_MasksForAnotherHost_AreRefusedAndNothingIsTold(string address)
    {
        var sent = Masked(address);

        var errors = ConfigurationChange.Replace(Read(Engine), sent, Now).Errors;

        Assert.Equal(["/bankFraudApiConfig/headers/X-Trace", "/bankFraudApiConfig/authentication/apiKey"], errors.Select(static error => error.Member));
        Assert.All(errors, error => Assert.Equal((ErrorKind.Invalid, "SECRET_MASKED", Secret.Mask), (error.Kind, error.Code, error.Value)));
        Assert.Equal(
            $"The engine's address leads to {new Uri(address).GetLeftPart(UriPartial.Authority)} now and led to https://bank.example before: send the secret itself again.",
            errors[0].Message);
    }

    [Fact]
    public void Replace_AnotherHostWithItsSecrets_TakesThem()
    {
        var sent = Read(Engine.Replace("bank.example", "new.example", StringComparison.Ordinal).Replace("\"k1\"", "\"k2\"", StringComparison.Ordinal));

        Assert.Equal(("https://new.example/v1", "k2", "t1"), SecretsOf(ConfigurationChange.Replace(Read(Engine), sent, Now).Value));
    }

    [Fact]
    public void Create_Mask_StandsForNothing()
        => Assert.Equal(
            ["SECRET_MASKED", "SECRET_MASKED"], ConfigurationChange.Create(Masked("https://bank.example/v1"), Guid.Empty, Now).Errors.Select(static error => error.Code));

    [Fact]
    public void Hide_SecretsAndReferences_LeavesTheReferences()
    {
        var hidden = ConfigurationSecrets.Hide(Read(Engine.Replace("\"t1\"", "{\"secretRef\":\"trace\"}", StringComparison.Ordinal)));

        Assert.Equal(
            [("/bankFraudApiConfig/headers/X-Trace", new Secret(null, "trace")), ("/bankFraudApiConfig/authentication/apiKey", new Secret(Secret.Mask, null))],
            ConfigurationSecrets.Of(hidden));
    }

    private static RiskConfiguration Masked(string address) => Read($$$"""
        {"configurationName":"x","bankFraudApiConfig":{"apiUrl":"{{{address}}}","headers":{"X-Trace":"********"},"authentication":{"type":"API_KEY","apiKey":"********"} } }
        """);

    private static RiskConfiguration Read(string json) => RiskConfigurationDocument.Read(Encoding.UTF8.GetBytes(json)).Value;

    private static (string? Url, string? Key, string? Header) SecretsOf(RiskConfiguration one)
        => (one.BankFraudApiConfig!.ApiUrl, one.BankFraudApiConfig.Authentication!.ApiKey!.Value, one.BankFraudApiConfig.Headers![0].Value.Value);
}

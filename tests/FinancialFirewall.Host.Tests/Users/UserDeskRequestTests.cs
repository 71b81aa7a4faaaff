using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Host.Users;

namespace FinancialFirewall.Host.Tests.Users;

public sealed class UserDeskRequestTests
{
    [Theory]
    [InlineData(UserDeskRequest.SetUp, "00ff")]
    [InlineData(UserDeskRequest.ResetSecondFactor, "ada@example.com")]
    public void TryParse_WhatWasWritten_IsTheSameRequest(string act, string argument)
    {
        var written = new UserDeskRequest(act, new TenantId("demo"), argument);

        Assert.True(UserDeskRequest.TryParse(written.ToText(), out var read));
        Assert.Equal(written, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("setup-link demo")]
    [InlineData("setup-link demo ")]
    [InlineData("setup-link DEMO 00ff")]
    [InlineData("setup-link demo 00ff more")]
    [InlineData("remove demo ada@example.com")]
    public void TryParse_AnythingElse_IsNoRequest(string text) => Assert.False(UserDeskRequest.TryParse(text, out _));

    [Fact]
    public void ToRequest_OfALink_DoesNotHaveItsToken()
    {
        var link = SetUpLink.New(new TenantId("demo"));

        Assert.Equal($"http://127.0.0.1:8080/setup#{link.Token}", link.At("http://127.0.0.1:8080/"));
        Assert.DoesNotContain(link.Token["ffo_demo_".Length..], link.ToRequest().ToText(), StringComparison.Ordinal);
        Assert.NotEqual(link.Token, SetUpLink.New(new TenantId("demo")).Token);
    }
}

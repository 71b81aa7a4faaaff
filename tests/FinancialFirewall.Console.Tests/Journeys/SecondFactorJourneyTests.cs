using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>A second factor that is set up, and asked for from then on.</summary>
[Collection(AccessCollection.Name)]
public sealed class SecondFactorJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Owner_WhoSetsASecondFactorUp_SignsInWithACodeAndWhereThePhoneIsLostWithARecoveryCode()
    {
        using var tenant = await fixture.Firewall.OpenAsync("factors");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/account", "Your account");
        await owner.Button("Set it up").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Password", Exact = true }).FillAsync(Reader.Password);
        await owner.Button("Go on").ClickAsync();
        var app = new AuthenticatorApp(await owner.Page.Locator("form code").InnerTextAsync());
        await owner.PictureAsync("journey second factor");

        // A code is good once, and that of the next step is good already.
        await Code().FillAsync(app.Code());
        await owner.Button("Confirm").ClickAsync();
        var recovery = await owner.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem).First.InnerTextAsync();
        await owner.Button("I have kept them").ClickAsync();
        await owner.SeeAsync("You sign in with your password and a code");

        await SignOutAsync();
        await owner.SignInAsync(tenant);
        await Code().FillAsync(app.Code(stepsAhead: 1));
        await owner.PictureAsync("journey code");
        await owner.Button("Sign in").ClickAsync();
        await owner.SeeHeadingAsync("Your account");

        await SignOutAsync();
        await owner.SignInAsync(tenant);
        await owner.Button("Use a recovery code").ClickAsync();
        await owner.Page.GetByLabel("Recovery code").FillAsync(recovery);
        await owner.Button("Sign in").ClickAsync();
        await owner.SeeHeadingAsync("Your account");
        Assert.All(owner.Complaints, complaint => Assert.Contains("status of 401", complaint, StringComparison.Ordinal));

        ILocator Code() => owner.Page.GetByLabel("Code", new PageGetByLabelOptions { Exact = true });

        async Task SignOutAsync()
        {
            await owner.Button("MK, Maria Keller: account and appearance").ClickAsync();
            await owner.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
            await owner.SeeHeadingAsync("Sign in");
        }
    }
}

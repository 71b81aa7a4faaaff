using FinancialFirewall.Console.Tests.Running;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Journeys;

/// <summary>Who gets in, who sees what, and who is out.</summary>
[Collection(AccessCollection.Name)]
public sealed class AccessJourneyTests(ConsoleFixture fixture)
{
    [BrowserFact]
    public async Task Analyst_WhoWasInvited_SeesNoPageThatTheRoleDoesNotHave()
    {
        using var tenant = await fixture.Firewall.OpenAsync("analysts");
        await using var analyst = await Reader.OpenAsync(fixture);

        await analyst.Page.GotoAsync(await tenant.InviteAsync("Jean Dupont", "ANALYST"));
        await analyst.ChoosePasswordAsync("Set password");

        await analyst.SeeHeadingAsync("Dashboard");
        await Assertions.Expect(analyst.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Dashboard", "Assessments", "Reviews", "Toggles", "Policy", "Lists", "Tenant"]);
        await analyst.GoToAsync("/toggles", "Toggles");
        await Assertions.Expect(analyst.Button("New toggle")).ToHaveCountAsync(0);
        foreach (var path in new[] { "/audit", "/people", "/keys" })
        {
            await analyst.Page.GotoAsync(path);
            await analyst.SeeAsync("This page is not among yours");
        }

        await analyst.PictureAsync("journey not yours");
        Assert.Empty(analyst.Complaints);
    }

    [BrowserFact]
    public async Task Operator_WhoMayNotListPayments_BeginsWithAPageThatIsAllowed()
    {
        using var tenant = await fixture.Firewall.OpenAsync("operators");
        await using var invited = await Reader.OpenAsync(fixture);
        await invited.Page.GotoAsync(await tenant.InviteAsync("Jean Dupont", "OPERATOR"));

        await invited.ChoosePasswordAsync("Set password");

        await invited.SeeHeadingAsync("Tenant");
        Assert.EndsWith("/tenant", invited.Page.Url, StringComparison.Ordinal);
        Assert.Empty(invited.Complaints);
    }

    [BrowserFact]
    public async Task Owner_WhoSignsOut_IsOutAndComesBackWithThePassword()
    {
        using var tenant = await fixture.Firewall.OpenAsync("leaving");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/", "Dashboard");
        var cookies = await owner.Page.Context.CookiesAsync();
        Assert.All(cookies, cookie => Assert.True(cookie.HttpOnly && cookie.SameSite == SameSiteAttribute.Strict, cookie.Name));

        await owner.Button("MK, Maria Keller: account and appearance").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await owner.SeeHeadingAsync("Sign in");
        await owner.SeeAsync("You are signed out.");
        await owner.Page.GotoAsync("/assessments");
        await owner.SeeHeadingAsync("Sign in");
        Assert.Empty(owner.Complaints);

        await owner.SignInAsync(tenant, "not this one");
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await owner.PictureAsync("journey wrong password");
        await owner.SignInAsync(tenant);
        await owner.SeeHeadingAsync("Assessments");
    }

    [BrowserFact]
    public async Task Session_EndedElsewhere_LeadsToSigningInAndBackToTheSamePlace()
    {
        using var tenant = await fixture.Firewall.OpenAsync("ending");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/policy", "Policy");
        await owner.Page.EvaluateAsync(
            """
            async () => {
              const { csrfToken } = await (await fetch('/api/v1/session')).json();
              await fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-CSRF-Token': csrfToken } });
            }
            """);

        await owner.Link("Audit log").ClickAsync();

        await owner.SeeHeadingAsync("Sign in");
        await owner.SeeAsync("Your session has ended");
        await owner.SignInAsync(tenant);
        await owner.SeeHeadingAsync("Audit log");
    }
}

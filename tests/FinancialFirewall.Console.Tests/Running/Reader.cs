using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FinancialFirewall.Console.Tests.Building;
using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>Somebody with a browser, who notes everything that the browser complains about.</summary>
internal sealed partial class Reader : IAsyncDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "quiet river under stone";

    private const float PatienceMs = 30_000;
    private const string OwnersName = "Maria Keller";

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    private Reader(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.SetDefaultTimeout(PatienceMs);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>A browser of somebody's own.</summary>
    /// <param name="fixture">Where the firewall and the browser are.</param>
    /// <param name="address">Another way to the firewall.</param>
    /// <param name="isFirstVisit">Whether the tour begins by itself.</param>
    public static async Task<Reader> OpenAsync(ConsoleFixture fixture, Uri? address = null, bool isFirstVisit = false)
    {
        var window = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (address ?? fixture.Firewall.Address).ToString(),
            ColorScheme = Look.Light.Scheme,
            ViewportSize = new ViewportSize { Width = Look.Light.Width, Height = Look.Light.Height },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            AcceptDownloads = true,
        });
        if (!isFirstVisit)
        {
            await window.AddInitScriptAsync("if (location.protocol !== 'about:') localStorage.setItem('ff-tour-seen', '1')");
        }

        return new Reader(window, await window.NewPageAsync());
    }

    /// <summary>Changes how the page looks, without loading it anew.</summary>
    public async Task WearAsync(Look look)
    {
        await Page.SetViewportSizeAsync(look.Width, look.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = look.Scheme });
        await Page.Locator(look.Scheme == ColorScheme.Dark ? "html[data-scheme=dark]" : "html[data-scheme=light]").WaitForAsync(Attached);
    }

    /// <summary>Is an owner of a tenant from now on, and signed in; no page is open yet.</summary>
    public Task JoinAsOwnerAsync(Tenant tenant) => JoinAsync(tenant, OwnersName, "OWNER");

    /// <summary>Takes up an invitation to a tenant by the requests that its page would send, and is then signed in; no page is open yet.</summary>
    public async Task JoinAsync(Tenant tenant, string name, string role)
    {
        var token = new Uri(await tenant.InviteAsync(name, role)).Fragment[1..];
        await SendAsync("/api/v1/invitations/accept", new { token, password = Password });
        await SendAsync("/api/v1/session", new { tenantId = tenant.Id, email = Tenant.MailOf(name), password = Password });

        // What a sign-in leaves in the browser is there before the console's scripts begin, once: signing out takes it away.
        await context.AddInitScriptAsync("if (location.protocol !== 'about:' && !localStorage.getItem('joined')) { localStorage.setItem('joined', '1'); localStorage.setItem('ff-session-begun', '1'); }");
    }

    /// <summary>Becomes the owner of the first tenant by a set-up link, and is then signed in.</summary>
    public async Task SetUpAsync(Firewall firewall)
    {
        await Page.GotoAsync(await firewall.SetUpLinkAsync());
        await Page.GetByLabel("Mail address").FillAsync(Tenant.MailOf(OwnersName));
        await Page.GetByLabel("Your name").FillAsync(OwnersName);
        await ChoosePasswordAsync("Become the owner");
        await SeeHeadingAsync("Dashboard");
    }

    /// <summary>Signs in as the owner of a tenant.</summary>
    public async Task SignInAsync(Tenant tenant, string password = Password)
    {
        await Page.GetByLabel("Tenant").FillAsync(tenant.Id);
        await Page.GetByLabel("Mail address").FillAsync(Tenant.MailOf(OwnersName));
        await Page.GetByLabel("Password").FillAsync(password);
        await Button("Sign in").ClickAsync();
    }

    /// <summary>Chooses a password where a link leads.</summary>
    public async Task ChoosePasswordAsync(string act)
    {
        await Page.GetByLabel("Password", new PageGetByLabelOptions { Exact = true }).FillAsync(Password);
        await Page.GetByLabel("The same again").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = act }).ClickAsync();
    }

    /// <summary>Waits until a page with this title is there.</summary>
    public Task SeeHeadingAsync(string title) => Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = title, Level = 1, Exact = true }).WaitForAsync();

    /// <summary>Waits until something is written somewhere.</summary>
    public Task SeeAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>Goes to a page, and waits until what it shows is loaded.</summary>
    public async Task GoToAsync(string path, string title)
    {
        await Page.GotoAsync(path);
        await SettleAsync(title);
    }

    /// <summary>Goes on to another page of the console as its links do, without loading it anew, and waits until what it shows is loaded.</summary>
    public async Task GoOnToAsync(string path, string title)
    {
        await Page.EvaluateAsync("path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }", path);
        await SettleAsync(title);
    }

    /// <summary>A button by its name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>A link by the beginning of its name.</summary>
    public ILocator Link(string beginning) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex($"^{Regex.Escape(beginning)}", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    /// <summary>What of the page as it is shuts somebody out, by axe-core.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(ConsoleFolder.Root, "node_modules", "axe-core", "axe.min.js")));
        return await Page.EvaluateAsync<string[]>("async () => (await axe.run(document)).violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)");
    }

    /// <summary>Keeps a picture of the page.</summary>
    public Task PictureAsync(string name)
        => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(ConsoleFolder.Pictures, $"{NotForFiles().Replace(name, "-")}.png"), Animations = ScreenshotAnimations.Disabled });

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private static LocatorWaitForOptions Attached { get; } = new() { State = WaitForSelectorState.Attached };

    private static LocatorWaitForOptions Detached { get; } = new() { State = WaitForSelectorState.Detached };

    /// <summary>Waits until a page is there, and nothing of it is being loaded.</summary>
    private async Task SettleAsync(string title)
    {
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await SeeHeadingAsync(title);
        await Page.Locator("[aria-label=Loading], [aria-busy=true]").First.WaitForAsync(Detached);
    }

    private async Task SendAsync(string path, object body)
    {
        var answer = await context.APIRequest.PostAsync(path, new APIRequestContextOptions { DataObject = body });
        Assert.True(answer.Ok, $"{path}: {answer.Status}");
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex NotForFiles();
}

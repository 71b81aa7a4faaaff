using System.Net.Http.Json;
using System.Text.Json;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>A tenant, and a program of it that sends payments and invites people.</summary>
internal sealed class Tenant(string id, HttpClient program) : IDisposable
{
    /// <summary>An account whose payments are rejected, by a list of the policy that a tenant begins with.</summary>
    public const string BlockedAccount = "DEMO-BLOCKED-1";

    private const string UsualAccount = "DE89370400440532013000";

    public string Id => id;

    /// <summary>The key of the program.</summary>
    public string Key => program.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Has a payment assessed.</summary>
    public async Task PayAsync(string reference, decimal amount, string account = UsualAccount, string? paymentType = null)
    {
        var payment = new
        {
            transactionReference = reference,
            amount,
            currency = "EUR",
            fromAccountNumber = account,
            toAccountNumber = "FR1420041010050500013M02606",
            debtorName = "Maria Keller",
            creditorName = "Nordwind Handels GmbH",
            paymentType,
        };
        using var answer = await program.PostAsJsonAsync("/api/v1/fraud-risk/assessments", payment);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The decision about a payment.</summary>
    public async Task<string> DecisionOfAsync(string reference)
        => (await program.GetFromJsonAsync<JsonElement>($"/api/v1/fraud-risk/assessments/transaction/{reference}")).GetProperty("decision").GetString()!;

    /// <summary>Invites somebody, and gives the link.</summary>
    public async Task<string> InviteAsync(string name, string role)
    {
        using var answer = await program.PostAsJsonAsync("/api/v1/users", new { email = MailOf(name), name, roles = new[] { role } });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!;
    }

    /// <summary>Has a change of the policy take a second person from now on.</summary>
    public async Task RequireApprovalAsync()
    {
        using var answer = await program.PatchAsJsonAsync($"/api/v1/tenants/{id}", new { requiresApproval = true });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Makes a draft that rejects card payments above an amount, and gives its id.</summary>
    public async Task<string> DraftAsync(string name, int limit)
    {
        var draft = await CreateAsync("/api/v1/policy/drafts", new { name, comment = "Fewer large card payments." });
        await CreateAsync($"/api/v1/policy/drafts/{draft}/configurations", new
        {
            configurationName = "Card limit",
            isEnabled = true,
            priority = 1,
            paymentType = "CARD",
            riskRules = new { customRules = new[] { new { name = "tooMuch", expression = $"amount > {limit}", weight = 1 } } },
        });
        return draft;
    }

    /// <summary>Begins a backtest of a draft, and gives its id.</summary>
    public Task<string> BacktestAsync(string draft) => CreateAsync("/api/v1/policy/backtests", new { draft });

    /// <summary>The mail address of somebody.</summary>
    public static string MailOf(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@example.com";

    public void Dispose() => program.Dispose();

    private async Task<string> CreateAsync(string path, object body)
    {
        using var answer = await program.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}

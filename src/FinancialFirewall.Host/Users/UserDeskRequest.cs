using System.Diagnostics.CodeAnalysis;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Host.Users;

/// <summary>What the command line asks for about people.</summary>
/// <param name="Act">What is to be done: <see cref="SetUp"/> or <see cref="ResetSecondFactor"/>.</param>
/// <param name="Tenant">Whose people it is about.</param>
/// <param name="Argument">The SHA-256 of a set-up link's token in hexadecimal digits, or a mail address.</param>
internal sealed record UserDeskRequest(string Act, TenantId Tenant, string Argument)
{
    /// <summary>Makes a set-up link good.</summary>
    public const string SetUp = "setup-link";

    /// <summary>Takes a second factor away that was lost.</summary>
    public const string ResetSecondFactor = "reset-second-factor";

    /// <summary>The name of the mailbox for such requests.</summary>
    public const string MailboxName = "users";

    /// <summary>The request as a line of text.</summary>
    public string ToText() => $"{Act} {Tenant.Name} {Argument}";

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out UserDeskRequest? request)
    {
        request = text.Split(' ') is [SetUp or ResetSecondFactor, var tenant, { Length: > 0 } argument] parts && TenantId.IsValid(tenant)
            ? new UserDeskRequest(parts[0], new TenantId(tenant), argument)
            : null;
        return request is not null;
    }
}

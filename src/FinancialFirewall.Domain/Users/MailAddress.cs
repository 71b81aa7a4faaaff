using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Users;

/// <summary>The mail address that somebody signs in with. No mail is sent to it.</summary>
public static class MailAddress
{
    /// <summary>The longest address, in characters.</summary>
    public const int MaximumLength = 254;

    private const int MaximumLocalLength = 64;

    /// <summary>The form in which addresses are kept and compared: without spaces around it, in lower case.</summary>
    public static string Normalise(string address) => address.Trim().ToLowerInvariant();

    /// <summary>The address in its form; or why it is none.</summary>
    public static Result<string> Read(string address)
    {
        var form = Normalise(address);
        var at = form.IndexOf('@', StringComparison.Ordinal);
        var isGood = form.Length <= MaximumLength
            && at is > 0 and <= MaximumLocalLength
            && at < form.Length - 1
            && form.IndexOf('@', at + 1) < 0
            && !form.Any(static character => char.IsWhiteSpace(character) || char.IsControl(character));
        return isGood
            ? form
            : new Error(
                ErrorKind.Invalid, "EMAIL_INVALID", "email", address, $"A mail address has a name, an '@' and a domain, without spaces, {MaximumLength} characters at the most.");
    }
}

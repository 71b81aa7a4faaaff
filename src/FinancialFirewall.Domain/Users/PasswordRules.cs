using System.Collections.Frozen;
using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Users;

/// <summary>Which passwords are taken: long ones that nobody guesses first. What characters they have is their owner's to choose (NIST SP 800-63B).</summary>
public static class PasswordRules
{
    /// <summary>The shortest password, in characters.</summary>
    public const int MinimumLength = 12;

    /// <summary>The longest password, in characters.</summary>
    public const int MaximumLength = 128;

    private const int MinimumDistinct = 5;
    private const int MinimumNameLength = 4;

    private static readonly char[] NameBreaks = [' ', ',', '.', '-', '_', '+', '@'];

    /// <summary>What lists of stolen passwords begin with, without the digits and signs that people put around it.</summary>
    private static readonly FrozenSet<string> Worst = new[]
    {
        "password", "passwort", "passw0rd", "p@ssw0rd", "qwerty", "qwertyuiop", "qwertyuiopasdf", "qwertz", "azerty", "asdfghjkl", "zxcvbnm", "qazwsx", "qazwsxedc", "qweasdzxc",
        "abcdef", "abcdefg", "abcdefgh", "abcdefghijkl", "letmein", "welcome", "iloveyou", "administrator", "admin", "login", "master", "monkey", "dragon", "sunshine",
        "princess", "football", "baseball", "superman", "batman", "trustno", "changeme", "secret", "default", "starwars", "whatever", "freedom", "shadow", "michael",
        "firewall", "financialfirewall", "correcthorsebatterystaple", "mypassword", "yourpassword", "newpassword", "passwordpassword", "adminadmin", "letmeinletmein",
        "qwertyqwerty", "welcomewelcome", "testtest", "testtesttest", "guest", "company", "summer", "winter", "spring", "autumn", "january", "december",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every reason why a password is not taken.</summary>
    /// <param name="password">The password.</param>
    /// <param name="member">The member that it stands in.</param>
    /// <param name="names">What its owner and the tenant are called: mail addresses, names.</param>
    public static IReadOnlyList<Error> Check(string password, string member, params ReadOnlySpan<string> names)
    {
        if (password.Length is < MinimumLength or > MaximumLength)
        {
            return [Refuse("PASSWORD_LENGTH", member, string.Create(CultureInfo.InvariantCulture, $"A password has {MinimumLength} to {MaximumLength} characters, this one has {password.Length}."))];
        }

        var errors = new List<Error>();
        var lower = password.ToLowerInvariant();
        if (IsKnown(lower))
        {
            errors.Add(Refuse("PASSWORD_KNOWN", member, "This password is among the first that anybody tries: take a few words that have nothing to do with one another."));
        }

        if (Names(names).Any(name => lower.Contains(name, StringComparison.Ordinal)))
        {
            errors.Add(Refuse("PASSWORD_OWN_NAME", member, "The password has its owner's or the tenant's name in it: take words that have nothing to do with them."));
        }

        return errors;
    }

    private static bool IsKnown(string password)
    {
        var core = password.Trim([.. password.Where(static character => !char.IsLetter(character))]);
        return core.Length == 0 || Worst.Contains(core) || Worst.Contains(password) || password.Distinct().Count() < MinimumDistinct;
    }

    private static HashSet<string> Names(ReadOnlySpan<string> names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var whole = name.ToLowerInvariant();
            var parts = whole.Split('@')[0].Split(NameBreaks, StringSplitOptions.RemoveEmptyEntries);
            found.UnionWith(parts.Append(whole).Where(static part => part.Length >= MinimumNameLength));
        }

        return found;
    }

    private static Error Refuse(string code, string member, string message) => new(ErrorKind.Invalid, code, member, "", message);
}

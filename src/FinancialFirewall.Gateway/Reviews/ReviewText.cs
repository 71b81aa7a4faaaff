using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Texts that people write about assessments, and keys that programs give to requests.</summary>
internal static class ReviewText
{
    /// <summary>The longest reason or note, in characters.</summary>
    public const int MaximumLength = 1_000;

    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaximumKeyLength = 200;

    /// <summary>What an idempotency key is.</summary>
    public static string KeyForm => FormattableString.Invariant($"in at most {MaximumKeyLength} printable characters of ASCII");

    /// <summary>Whether a text is an idempotency key, or empty.</summary>
    public static bool IsKey(string text) => text.Length <= MaximumKeyLength && text.All(static one => one is >= ' ' and <= '~');

    /// <summary>A reason or a note; what is wrong with it is added to <paramref name="errors"/>.</summary>
    public static string Read(string? text, string member, bool isNeeded, List<Error> errors)
    {
        var written = text?.Trim() ?? "";
        if (written.Length > MaximumLength || (isNeeded && written.Length == 0))
        {
            errors.Add(RequestErrors.MemberInvalid(member, written, FormattableString.Invariant($"in {(isNeeded ? 1 : 0)} to {MaximumLength} characters")));
        }

        return written;
    }
}

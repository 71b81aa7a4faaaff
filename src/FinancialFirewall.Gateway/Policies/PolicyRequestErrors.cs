using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Policies;

/// <summary>What is wrong with requests about policies.</summary>
internal static class PolicyRequestErrors
{
    /// <summary>Nothing was ever published.</summary>
    public static Error Missing { get; } = new(ErrorKind.NotFound, "POLICY_MISSING", "", "", "The tenant has no policy yet: import a policy file.");

    /// <summary>What the caller says to have seen is no version.</summary>
    public static Error TagInvalid(string tag)
        => new(ErrorKind.Invalid, "TAG_INVALID", "If-Match", tag, "State the number of the policy version that was seen, such as \"7\".");

    public static Error CommentTooLong(string comment, int maximum)
        => new(ErrorKind.Invalid, "COMMENT_LENGTH", "comment", comment, $"A comment has at most {maximum} characters, this one has {comment.Length}.");
}

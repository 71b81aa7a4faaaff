using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.Policies;

/// <summary>What is wrong with requests about policies.</summary>
internal static class PolicyRequestErrors
{
    /// <summary>Nothing was ever published.</summary>
    public static Error Missing { get; } = new(ErrorKind.NotFound, "POLICY_MISSING", "", "", "The tenant has no policy yet: import a policy file.");

    /// <summary>What the caller says to have seen is no version.</summary>
    public static Error TagInvalid(string tag)
        => new(ErrorKind.Invalid, "TAG_INVALID", "If-Match", tag, "State the number of the policy version that was seen, such as \"7\".");

    /// <summary>Why a comment is not taken; null where it is.</summary>
    public static Error? CheckComment(string comment) => comment.Length <= PolicyOrigin.MaximumCommentLength ? null : new(
        ErrorKind.Invalid, "COMMENT_LENGTH", "comment", comment, $"A comment has at most {PolicyOrigin.MaximumCommentLength} characters, this one has {comment.Length}.");
}

using System.Globalization;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>The refusals of <see cref="IDraftGrain"/>.</summary>
internal static class DraftErrors
{
    /// <summary>The most elements that are named where a draft is outdated.</summary>
    private const int MaximumNamed = 100;

    public static Error Unknown(Guid id) => new(ErrorKind.NotFound, "DRAFT_UNKNOWN", "id", id.ToString("D"), "There is no draft with this id.");

    public static Error Changed(string tag) => new(
        ErrorKind.Conflict, "DRAFT_CHANGED", "If-Match", tag, "The draft is not what it was: read it again and apply the change to it.");

    public static Error Exhausted { get; } = new(
        ErrorKind.Conflict, "DRAFTS_EXHAUSTED", "", "", $"A tenant has at most {PolicyDraft.MaximumPerTenant} drafts: publish or discard one first.");

    public static Error Submitted { get; } = new(
        ErrorKind.Conflict, "DRAFT_SUBMITTED", "status", "SUBMITTED", "The draft waits for its approval and does not change: withdraw it first, or have it rejected.");

    public static Error NotSubmitted { get; } = new(
        ErrorKind.Conflict, "DRAFT_NOT_SUBMITTED", "status", "", "Only a draft that was submitted can be approved, rejected or withdrawn: submit it first.");

    public static Error ApproverIsAuthor(string id) => new(
        ErrorKind.Forbidden, "APPROVER_IS_AUTHOR", "", id, "Who has changed or submitted a draft cannot approve it: somebody else with the role has to.");

    /// <summary>Whoever approves has to say what: an author could have exchanged it meanwhile.</summary>
    public static Error ApprovalUnseen(string tag) => new(
        ErrorKind.Invalid, "APPROVAL_UNSEEN", "If-Match", tag, "An approval names the draft as it was looked at: send the ETag with which it was read in If-Match.");

    public static Error Unchanged { get; } = new(
        ErrorKind.Conflict, "DRAFT_UNCHANGED", "", "", "The draft says what the version in force says: there is nothing to publish. Change it or discard it.");

    public static Error? CheckTexts(string name, string comment)
        => name.Length is 0 or > PolicyDraft.MaximumNameLength ? new Error(
                ErrorKind.Invalid, "NAME_LENGTH", "name", name, $"A draft's name has 1 to {PolicyDraft.MaximumNameLength} characters, this one has {name.Length}.")
            : CheckComment(comment);

    public static Error? CheckComment(string comment)
        => comment.Length > PolicyOrigin.MaximumCommentLength ? new Error(
                ErrorKind.Invalid, "COMMENT_LENGTH", "comment", comment, $"A comment has at most {PolicyOrigin.MaximumCommentLength} characters, this one has {comment.Length}.")
            : null;

    public static Error? CheckReason(string reason)
        => reason.Length is 0 or > PolicyOrigin.MaximumCommentLength ? new Error(
                ErrorKind.Invalid, "REASON_LENGTH", "reason", reason, $"Say why, in 1 to {PolicyOrigin.MaximumCommentLength} characters; this has {reason.Length}.")
            : null;

    /// <summary>Somebody published since the draft was made: that it is so, and everything that is another now.</summary>
    public static IReadOnlyList<Error> Outdated(int baseVersion, int committed, IReadOnlyList<ElementDifference> differences) =>
    [
        new Error(
            ErrorKind.Conflict,
            "DRAFT_OUTDATED",
            "baseVersion",
            baseVersion.ToString(CultureInfo.InvariantCulture),
            $"The draft was made from version {baseVersion}, and version {committed} is in force: bring what was published since into it (POST …/rebase), or discard it."),
        .. differences.Take(MaximumNamed).Select(difference => new Error(
            ErrorKind.Conflict,
            "PUBLISHED_MEANWHILE",
            $"/{difference.Section.ToString().ToLowerInvariant()}/{difference.Key}",
            difference.Name,
            $"'{difference.Name}' was {difference.Kind.ToString().ToLowerInvariant()} since version {baseVersion}.")),
    ];
}

using System.Globalization;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>The steps of a draft from its beginning to its publication: what it becomes by each, or why not.</summary>
internal static class DraftSteps
{
    public static StoredDraft Create(Guid id, NewDraft wanted, int baseVersion, PolicyDocument contents, AuditActor by, Instant now) => new()
    {
        Id = id,
        Name = wanted.Name,
        Comment = wanted.Comment,
        BaseVersion = baseVersion,
        Document = PolicyDocumentWriter.Write(contents),
        CreatedMicroseconds = now.UnixMicroseconds,
        ChangedMicroseconds = now.UnixMicroseconds,
        Authors = [StoredActor.Of(by)],
    };

    /// <summary>Whether a caller has seen the draft as it is: its tag, the number of the version that it follows, or nothing that matters.</summary>
    public static bool IsSeen(StoredDraft draft, string? tag)
        => tag is null || string.Equals(tag, draft.Tag(), StringComparison.Ordinal)
            || string.Equals(tag, draft.BaseVersion.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static Result<StoredDraft> Change(StoredDraft draft, DraftChange change, AuditActor by, Instant now)
    {
        var next = draft with { Name = change.Name ?? draft.Name, Comment = change.Comment ?? draft.Comment };
        var error = draft.Status == DraftStatus.Submitted ? DraftErrors.Submitted : DraftErrors.CheckTexts(next.Name, next.Comment);
        if (error is not null)
        {
            return error;
        }

        if (change.Document is not { } sent)
        {
            return Advance(next, by, now);
        }

        var present = PolicyDocumentReader.Read(draft.Document).Value;
        var read = PolicyDocumentReader.Read(sent.Span, present);
        var contents = read.IsSuccess ? PolicyLists.Inherit(read.Value, present) : read;
        return contents.IsSuccess ? Replace(next, contents.Value, by, now) : Result.Failure<StoredDraft>(contents.Errors);
    }

    /// <summary>Gives a draft other contents.</summary>
    public static Result<StoredDraft> Replace(StoredDraft draft, PolicyDocument contents, AuditActor by, Instant now)
    {
        var document = PolicyDocumentWriter.Write(contents);
        return draft.Status == DraftStatus.Submitted ? DraftErrors.Submitted
            : document.Length > PolicyStore.MaximumDocumentBytes ? PolicyErrors.TooLarge(document.Length)
            : Advance(draft with { Document = document }, by, now);
    }

    public static Result<StoredDraft> Rebase(StoredDraft draft, int version, PolicyDocument contents, AuditActor by, Instant now)
        => Replace(draft with { BaseVersion = version }, contents, by, now);

    public static Result<StoredDraft> Submit(StoredDraft draft, AuditActor by, Instant now)
        => draft.Status == DraftStatus.Submitted ? DraftErrors.Submitted : Advance(draft, by, now) with { Status = DraftStatus.Submitted };

    public static Result<StoredDraft> Withdraw(StoredDraft draft, Instant now)
        => draft.Status != DraftStatus.Submitted
            ? DraftErrors.NotSubmitted
            : draft with { Status = DraftStatus.Open, Revision = draft.Revision + 1, ChangedMicroseconds = now.UnixMicroseconds };

    public static Result<StoredDraft> Reject(StoredDraft draft, string reason, AuditActor by, Instant now)
        => DraftErrors.CheckReason(reason) is { } error ? error
            : draft.Status != DraftStatus.Submitted ? DraftErrors.NotSubmitted
            : draft with
            {
                Status = DraftStatus.Rejected,
                Revision = draft.Revision + 1,
                ChangedMicroseconds = now.UnixMicroseconds,
                Rejecter = StoredActor.Of(by),
                Rejection = reason,
            };

    /// <summary>Why a draft is not published; null where nothing of its own is in the way.</summary>
    public static Error? CheckPublication(StoredDraft draft, DraftPublication publication, AuditActor by)
        => DraftErrors.CheckComment(publication.Comment) is { } error ? error
            : !publication.IsApproval ? null
            : draft.Status != DraftStatus.Submitted ? DraftErrors.NotSubmitted
            : draft.Authors.Contains(StoredActor.Of(by)) ? DraftErrors.ApproverIsAuthor(by.Id)
            : !string.Equals(publication.Tag, draft.Tag(), StringComparison.Ordinal) ? DraftErrors.ApprovalUnseen(draft.Tag())
            : null;

    /// <summary>What is published of a draft: its own contents, and in lists what was put into them since.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="baseline">The version that it was made from.</param>
    /// <param name="present">The version in force.</param>
    /// <param name="number">The number of the version in force.</param>
    /// <returns>The policy; or <c>DRAFT_OUTDATED</c> with everything else that was published since, or a <c>CHANGED_BY_BOTH</c> for each list.</returns>
    public static Result<PolicyDocument> Complete(StoredDraft draft, PolicyDocument baseline, PolicyDocument present, int number)
        => baseline.DiffersInContentsAlone(present)
            ? PolicyMerge.TakeContents(baseline, PolicyDocumentReader.Read(draft.Document).Value, present)
            : Result.Failure<PolicyDocument>(DraftErrors.Outdated(draft.BaseVersion, number, PolicyComparison.Compare(baseline.WithoutContents(), present.WithoutContents())));

    /// <summary>The note and the origin of what is published. An approved draft is its author's, any other that of whoever publishes it.</summary>
    public static PolicyEdit<PolicyDocument> ToEdit(StoredDraft draft, PolicyDocument contents, DraftPublication publication, AuditActor by)
    {
        var comment = publication.Comment.Length > 0 ? publication.Comment : draft.Comment;
        return new PolicyEdit<PolicyDocument>(contents, contents, new AuditNote("DRAFT_PUBLISHED", DraftNotes.TargetOf(draft)) { Remark = comment })
        {
            Origin = new PolicyOrigin(comment)
            {
                Draft = draft.Id,
                Author = publication.IsApproval ? draft.Authors[0].Describe() : null,
                Approver = publication.IsApproval ? by : null,
            },
        };
    }

    /// <summary>The draft after a change of somebody's, who is one of its authors from then on.</summary>
    private static StoredDraft Advance(StoredDraft draft, AuditActor by, Instant now)
    {
        var author = StoredActor.Of(by);
        return draft with
        {
            Status = DraftStatus.Open,
            Revision = draft.Revision + 1,
            ChangedMicroseconds = now.UnixMicroseconds,
            Authors = draft.Authors.Contains(author) ? draft.Authors : [.. draft.Authors, author],
        };
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>How what is done to drafts stands in the audit log: which contents it were, and not the contents themselves, which their version has.</summary>
internal static class DraftNotes
{
    public static AuditNote Created(StoredDraft draft) => new("DRAFT_CREATED", TargetOf(draft)) { Remark = draft.Comment, After = Write(draft) };

    public static AuditNote Changed(StoredDraft before, StoredDraft after) => Of("DRAFT_CHANGED", before, after);

    public static AuditNote Rebased(StoredDraft before, StoredDraft after) => Of("DRAFT_REBASED", before, after);

    public static AuditNote Submitted(StoredDraft before, StoredDraft after) => Of("DRAFT_SUBMITTED", before, after);

    public static AuditNote Withdrawn(StoredDraft before, StoredDraft after) => Of("DRAFT_WITHDRAWN", before, after);

    public static AuditNote Rejected(StoredDraft before, StoredDraft after) => Of("DRAFT_REJECTED", before, after) with { Remark = after.Rejection };

    public static AuditNote Discarded(StoredDraft draft) => new("DRAFT_DISCARDED", TargetOf(draft)) { Before = Write(draft) };

    /// <summary>A draft was published; the policy's own entry says what changed.</summary>
    public static string TargetOf(StoredDraft draft) => $"draft/{draft.Id:D}";

    private static AuditNote Of(string action, StoredDraft before, StoredDraft after) => new(action, TargetOf(after)) { Before = Write(before), After = Write(after) };

    private static byte[] Write(StoredDraft draft) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        name = draft.Name,
        status = EnumNames.Of(draft.Status),
        tag = draft.Tag(),
        bytes = draft.Document.Length,
        sha256 = Convert.ToHexStringLower(SHA256.HashData(draft.Document)),
    });
}

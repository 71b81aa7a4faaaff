using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>What a change of the policy has to fulfil beside being a policy, and what is kept about it.</summary>
internal static class PolicyAcceptance
{
    /// <summary>Why a change is not published; null where nothing is in its way.</summary>
    public static Error? Check(TenantProfile tenant, PolicyChange change, PolicyDocument? present, PolicyDocument next, int documentBytes, int committed)
        => documentBytes > PolicyStore.MaximumDocumentBytes ? PolicyErrors.TooLarge(documentBytes)
            : committed >= PolicyStore.MaximumVersions ? PolicyErrors.VersionsExhausted
            : present is not null && tenant.RequiresApproval && change.Origin?.Approver is null
                && ApprovalRule.IsNeeded(present, next) ? PolicyErrors.ApprovalRequired
            : null;

    /// <summary>What is kept about an accepted version.</summary>
    public static StoredVersion Describe(StoredPolicy stored, string hash, PolicyOrigin? origin, AuditNote note) => new()
    {
        Version = stored.Version,
        PublishedMicroseconds = stored.PublishedMicroseconds,
        Hash = hash,
        DocumentBytes = stored.Document.Length,
        Action = note.Action,
        Target = note.Target,
        Author = StoredActor.Of(origin?.Author ?? AuditScope.Current),
        Approver = origin?.Approver is { } approver ? StoredActor.Of(approver) : null,
        Comment = origin?.Comment is { Length: > 0 } comment ? comment : note.Remark,
        RestoredVersion = origin?.RestoredVersion ?? 0,
        Draft = origin?.Draft,
    };
}

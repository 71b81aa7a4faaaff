namespace FinancialFirewall.Domain.Audit;

/// <summary>What in an audit log somebody has to look at.</summary>
public static class AuditEvents
{
    /// <summary>The fraud check was switched off for a whole tenant.</summary>
    public const string TenantChecksDisabled = "TENANT_CHECKS_DISABLED";

    /// <summary>A tenant's policy can be changed by one person alone from now on.</summary>
    public const string ApprovalSwitchedOff = "APPROVAL_SWITCHED_OFF";

    /// <summary>Many sign-ins in a row failed.</summary>
    public const string SignInsFailed = "SIGN_INS_FAILED";

    /// <summary>The audit log is not what was written.</summary>
    public const string AuditChainBroken = "AUDIT_CHAIN_BROKEN";
}

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What is known of a payment beside its members and its history.</summary>
public enum PaymentVariable : byte
{
    /// <summary><c>riskScore</c>: a number, 0 to 1, of the factors so far; in decision criteria the final score.</summary>
    RiskScore = 1,

    /// <summary>
    /// <c>accountAge</c>: a duration, since <c>fromAccountOpenedAt</c> or, where that is absent, since the account was first seen; absent where
    /// the account is as old as the tenant, for then nobody knows.
    /// </summary>
    AccountAge = 2,

    /// <summary><c>tenantAge</c>: a duration, since the tenant exists.</summary>
    TenantAge = 3,

    /// <summary><c>deviceIsNew</c>: whether this account never used the payment's device before and has used some other one.</summary>
    DeviceIsNew = 4,

    /// <summary><c>assessedAt</c>: the time of the assessment, by the partition's clock.</summary>
    AssessedAt = 5,
}

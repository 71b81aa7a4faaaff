namespace FinancialFirewall.Domain.Documents;

/// <summary>
/// Which members a document stated although they have the value that they would have anyway, so that what was read is written back unchanged.
/// It never changes a meaning.
/// </summary>
[Flags]
public enum StatedMembers
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>id</c></summary>
    Id = 1 << 0,

    /// <summary><c>createdAt</c></summary>
    CreatedAt = 1 << 1,

    /// <summary><c>updatedAt</c></summary>
    UpdatedAt = 1 << 2,

    /// <summary><c>priority</c></summary>
    Priority = 1 << 3,

    /// <summary><c>isActive</c></summary>
    IsActive = 1 << 4,

    /// <summary><c>isEnabled</c></summary>
    IsEnabled = 1 << 5,

    /// <summary><c>paymentSource</c></summary>
    PaymentSource = 1 << 6,

    /// <summary><c>riskAssessmentType</c></summary>
    RiskAssessmentType = 1 << 7,

    /// <summary><c>version</c></summary>
    Version = 1 << 8,

    /// <summary><c>mandatory</c></summary>
    Mandatory = 1 << 9,
}

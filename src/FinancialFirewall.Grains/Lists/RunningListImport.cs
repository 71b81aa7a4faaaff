using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Grains.Lists;

/// <summary>An import that is under way, or that was.</summary>
/// <param name="begun">How it stood when it began.</param>
/// <param name="member">The member that the entries are checked for.</param>
/// <param name="remark">Why, for the audit log.</param>
internal sealed class RunningListImport(ListImportState begun, PaymentMember? member, string remark)
{
    /// <summary>The member that the entries are checked for.</summary>
    public PaymentMember? Member { get; } = member;

    /// <summary>Why, for the audit log.</summary>
    public string Remark { get; } = remark;

    /// <summary>How it stands.</summary>
    public ListImportState State { get; set; } = begun;

    /// <summary>What was read and is not in force; empty once it has ended.</summary>
    public List<ListBlock> Blocks { get; private set; } = [];

    /// <summary>Whether nothing becomes of it any more.</summary>
    public bool HasEnded => State.Status is not (ListImportStatus.Reading or ListImportStatus.Publishing);

    /// <summary>Ends it.</summary>
    public ListImportState End(ListImportState state)
    {
        Blocks = [];
        return State = state;
    }
}

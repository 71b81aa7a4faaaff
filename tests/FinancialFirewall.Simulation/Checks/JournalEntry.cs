using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>One record of the journal, taken apart.</summary>
internal sealed class JournalEntry
{
    public JournalEntry(byte[] bytes)
    {
        Bytes = bytes;
        var header = new RecordHeader(bytes);
        (Partition, Sequence, At) = (header.Partition, header.Sequence, header.At.UnixMicroseconds);
        IsRelease = header.Kind == RecordKind.Release;
        if (IsRelease)
        {
            var release = new ReleaseRecord(bytes);
            (Reference, Account) = (Text(release.OriginalPayment, PaymentMember.TransactionReference), Text(release.OriginalPayment, PaymentMember.FromAccountNumber));
            (AmountMinor, Cause, IsUndone) = (release.BaseAmountMinor, Encoding.UTF8.GetString(release.Cause), release.IsEntire);
            return;
        }

        IsFollowUp = header.Kind == RecordKind.FollowUp;
        if (IsFollowUp)
        {
            var followUp = new FollowUpRecord(bytes);
            (Reference, Account) = (Text(followUp.Payment, PaymentMember.TransactionReference), Text(followUp.Payment, PaymentMember.FromAccountNumber));
            FollowUp = followUp.Read();
            Decision = FollowUp.Decision is { } decided ? EnumNames<Decision>.Of(decided) : "";
            return;
        }

        var record = new AssessmentRecord(bytes);
        (Reference, Account) = (Text(record.Payment, PaymentMember.TransactionReference), Text(record.Payment, PaymentMember.FromAccountNumber));
        (AmountMinor, Version) = (record.Payment.AmountMinor, record.PolicyVersion);
        Decision = EnumNames<Decision>.Of(record.Decision);
    }

    public byte[] Bytes { get; }

    public int Partition { get; }

    public long Sequence { get; }

    /// <summary>When, in microseconds since 1970.</summary>
    public long At { get; }

    /// <summary>Whether it gives back something of a payment, rather than being one.</summary>
    public bool IsRelease { get; }

    /// <summary>Whether it says what happened to an assessment after its first decision.</summary>
    public bool IsFollowUp { get; }

    /// <summary>The reference of the payment that was assessed, or that something happened to, or of the one that something is given back of.</summary>
    public string Reference { get; }

    public string Account { get; }

    /// <summary>What was paid, or given back, in cents.</summary>
    public long AmountMinor { get; }

    /// <summary>Whether it gives back all that is left, rather than what one refund says.</summary>
    public bool IsWhole => IsRelease && Cause is "";

    /// <summary>Whether the payment counts as one that was rejected from then on.</summary>
    public bool IsUndone { get; }

    /// <summary>What happened; null for other records.</summary>
    public FollowUp? FollowUp { get; }

    /// <summary>The refund that gives back.</summary>
    public string? Cause { get; }

    public string Decision { get; } = "";

    public int Version { get; }

    private static string Text(PackedPayment payment, PaymentMember member) => Encoding.UTF8.GetString(payment.Text(member));
}

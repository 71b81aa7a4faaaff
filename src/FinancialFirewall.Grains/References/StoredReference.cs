using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Grains.References;

/// <summary>References as they stand in stored assessments.</summary>
internal static class StoredReference
{
    /// <summary>The reference in a member of an assessment's payment.</summary>
    public static ReferenceKey Of(ReadOnlyMemory<byte> record, PaymentMember member)
    {
        var text = new AssessmentRecord(record.Span).Payment.Text(member);
        record.Span.Overlaps(text, out var offset);
        return new ReferenceKey(XxHash64.Hash(text), record.Slice(offset, text.Length));
    }
}

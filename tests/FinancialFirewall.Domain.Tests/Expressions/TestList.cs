using System.Text;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>A named list that never expires and, unlike a real one, allocates.</summary>
internal sealed class TestList(IEnumerable<string> texts) : ListMatcher
{
    private readonly HashSet<string> entries = [.. texts];

    public override bool Contains(ReadOnlySpan<byte> utf8, Instant at) => entries.Contains(Encoding.UTF8.GetString(utf8));
}

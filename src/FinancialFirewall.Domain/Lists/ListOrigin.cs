using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Where an entry of a list comes from.</summary>
/// <param name="AddedBy">Who added it: the kind and the id of an actor of the audit log, such as <c>KEY 0123abcd</c>; at most <see cref="MaximumTextLength"/> characters.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="Source">By which way: <c>API</c>, <c>POLICY</c>, or the name of an import; at most <see cref="MaximumTextLength"/> characters.</param>
public sealed record ListOrigin(string AddedBy, Instant AddedAt, string Source)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumTextLength = 200;
}

using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Policies;

/// <summary>One published version of a policy, and the one before it.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="PublishedAt">When it was accepted.</param>
/// <param name="Document">What is in it.</param>
/// <param name="Before">What was in the one before; <see langword="null"/> for the first.</param>
public sealed record PolicyVersion(int Version, Instant PublishedAt, PolicyDocument Document, PolicyDocument? Before);

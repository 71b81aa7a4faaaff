namespace FinancialFirewall.Gateway.Reviews;

/// <summary>What a request about an assessment says beside its body.</summary>
/// <param name="Id">The assessment, as it was named.</param>
/// <param name="Key">The caller's own name of the request, by which a repeated one is recognised; empty for none.</param>
internal sealed record ReviewTarget(string Id, string Key);

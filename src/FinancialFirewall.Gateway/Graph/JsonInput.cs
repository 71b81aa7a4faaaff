namespace FinancialFirewall.Gateway.Graph;

/// <summary>JSON that a client sent for a scalar.</summary>
/// <param name="Text">As it came; well-formed.</param>
internal sealed record JsonInput(string Text);

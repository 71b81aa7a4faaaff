namespace FinancialFirewall.Gateway.Graph;

/// <summary>Something on a page.</summary>
/// <param name="Cursor">Its place.</param>
/// <param name="Node">The thing.</param>
internal sealed record Edge<T>(string Cursor, T Node);

namespace Orleans.Runtime;

/// <summary>Tells the requests that one call caused from all others; its identity is all it is.</summary>
internal sealed class CallChain;

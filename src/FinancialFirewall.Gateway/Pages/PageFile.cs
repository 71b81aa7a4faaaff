namespace FinancialFirewall.Gateway.Pages;

/// <summary>One file of the console.</summary>
/// <param name="ContentType">What it is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Brotli">The same, compressed; empty where that was not made.</param>
/// <param name="IsImmutable">Whether its name has a hash of its content, so that it never changes under this name.</param>
public sealed record PageFile(string ContentType, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Brotli, bool IsImmutable);

namespace FinancialFirewall.Domain.Expressions;

/// <summary>The frozen hash of a text's UTF-8 bytes by which histories tell texts apart.</summary>
public delegate ulong TextHash(ReadOnlySpan<byte> utf8);

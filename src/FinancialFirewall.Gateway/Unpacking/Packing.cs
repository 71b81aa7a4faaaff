namespace FinancialFirewall.Gateway.Unpacking;

/// <summary>How an input is packed.</summary>
public enum Packing
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>gzip (RFC 1952).</summary>
    Gzip,

    /// <summary>Brotli (RFC 7932).</summary>
    Brotli,
}

namespace FinancialFirewall.Gateway.Keys;

/// <summary>How a key is to be replaced.</summary>
internal sealed record RotationRequest
{
    /// <summary>For how long the key that is replaced stays good beside the new one unless it is said: a day.</summary>
    public const long DefaultOverlapSeconds = 86_400;

    /// <summary>For how long the key that is replaced stays good, in seconds.</summary>
    public long? OverlapSeconds { get; init; }
}

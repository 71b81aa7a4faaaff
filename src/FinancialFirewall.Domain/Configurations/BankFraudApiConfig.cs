namespace FinancialFirewall.Domain.Configurations;

/// <summary>The bank's own fraud engine and how to call it.</summary>
public sealed record BankFraudApiConfig
{
    /// <summary>Milliseconds for all attempts together, unless stated otherwise.</summary>
    public const int DefaultDeadlineMs = 5_000;

    /// <summary>The engine's name, shown as <c>externalApiUsed</c>.</summary>
    public string? ApiName { get; init; }

    /// <summary>The absolute http or https address that is called; null only where not enabled.</summary>
    public string? ApiUrl { get; init; }

    /// <summary>GET, POST, PUT or PATCH; POST where null.</summary>
    public string? HttpMethod { get; init; }

    /// <summary>Whether it is called; true where null.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Headers that are added to each call; null where not given.</summary>
    public IReadOnlyList<KeyValuePair<string, Secret>>? Headers { get; init; }

    /// <summary>The caller's credentials; null where the engine asks for none.</summary>
    public Authentication? Authentication { get; init; }

    /// <summary>The request's body as JSON text with <c>${member}</c> placeholders; null for the default body.</summary>
    public string? RequestTemplate { get; init; }

    /// <summary>Where the reply holds the verdict; the default members where null.</summary>
    public ResponseMapping? ResponseMapping { get; init; }

    /// <summary>Seconds for one attempt; <see cref="TimeoutConfig"/> goes before it.</summary>
    public int? Timeout { get; init; }

    /// <summary>How many times after the first attempt; <see cref="RetryConfig"/> goes before it.</summary>
    public int? Retries { get; init; }

    /// <summary>Milliseconds for all attempts together; <see cref="DefaultDeadlineMs"/> where null here and in <see cref="TimeoutConfig"/>.</summary>
    public int? DeadlineMs { get; init; }

    /// <summary>Whether it is called.</summary>
    public bool IsEnabled => Enabled ?? true;
}

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The caller's credentials at the bank's engine.</summary>
public sealed record Authentication
{
    /// <summary>Which of the members below hold the credentials.</summary>
    public required AuthenticationType Type { get; init; }

    /// <summary>The key of API_KEY.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>The header that carries the key of API_KEY; <c>X-API-Key</c> where null.</summary>
    public string? ApiKeyHeader { get; init; }

    /// <summary>The user name of BASIC.</summary>
    public string? Username { get; init; }

    /// <summary>The password of BASIC.</summary>
    public Secret? Password { get; init; }

    /// <summary>The token of BEARER_TOKEN.</summary>
    public Secret? BearerToken { get; init; }

    /// <summary>The headers of CUSTOM and CUSTOM_HEADERS.</summary>
    public IReadOnlyList<KeyValuePair<string, Secret>>? Headers { get; init; }
}

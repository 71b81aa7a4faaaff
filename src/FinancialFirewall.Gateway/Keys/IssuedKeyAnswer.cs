using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Keys;

/// <summary>An API key that was made just now: the only answer that has it.</summary>
internal sealed record IssuedKeyAnswer(string ApiKey, KeyAnswer Key)
{
    /// <summary>A key and what may be told about it later.</summary>
    public static IssuedKeyAnswer Of(IssuedApiKey issued) => new(issued.Secret, KeyAnswer.Of(issued.Info));
}

using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Trials;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>Which policy is tried, as a caller says it.</summary>
internal abstract record ChoiceBody
{
    /// <summary>The longest body, in bytes: a policy file and what stands around it.</summary>
    public const int MaximumBytes = Policies.ChangePolicyEndpoint.MaximumBytes;

    /// <summary>A draft.</summary>
    public Guid? Draft { get; init; }

    /// <summary>The number of a version.</summary>
    public int? Version { get; init; }

    /// <summary>A whole policy file.</summary>
    public JsonElement? Policy { get; init; }

    /// <summary>Configurations in place of others or beside them: in the draft or version that is stated, or else in the one in force.</summary>
    public IReadOnlyList<JsonElement>? Configurations { get; init; }

    /// <summary>As of when counts what the policy leaves as it is.</summary>
    public string? AsOf { get; init; }

    /// <summary>The policy that is stated.</summary>
    protected PolicyChoice ReadChoice() => new()
    {
        Draft = Draft,
        Version = Version,
        File = Bytes(Policy),
        Configurations = Configurations?.Select(static one => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(one.GetRawText())).ToList(),
    };

    /// <summary>A member as it came; null where it is absent.</summary>
    protected static ReadOnlyMemory<byte>? Bytes(JsonElement? json) => json is { } element ? Encoding.UTF8.GetBytes(element.GetRawText()) : default(ReadOnlyMemory<byte>?);

    /// <summary>As of when; PAYMENT where it is absent.</summary>
    protected PolicyAsOf ReadAsOf(List<Error> errors)
    {
        if (string.IsNullOrEmpty(AsOf))
        {
            return PolicyAsOf.Payment;
        }

        if (EnumNames.Find<PolicyAsOf>(AsOf) is { } found)
        {
            return found;
        }

        errors.Add(RequestErrors.MemberInvalid("asOf", AsOf, "as PAYMENT or POLICY"));
        return PolicyAsOf.Payment;
    }

    /// <summary>A time; null where it is absent.</summary>
    protected static Instant? ReadTime(string name, string? text, List<Error> errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time))
        {
            return time;
        }

        errors.Add(RequestErrors.MemberInvalid(name, text, "as a time of RFC 3339 such as 2026-11-21T10:15:00Z"));
        return null;
    }
}

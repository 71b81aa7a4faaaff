using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Checks of the texts that rule families list. Each gives the text to keep, or refuses it and gives null.</summary>
internal sealed class RuleItems(DocumentErrors errors)
{
    private const int MaximumUserAgentLength = 512;

    internal static int UserAgentLength => MaximumUserAgentLength;

    /// <summary>An ISO 3166 alpha-2 code, in upper case.</summary>
    internal string? Country(string text, string pointer)
    {
        if (CountryText.TryNormalise(text, out var code, out var message))
        {
            return code;
        }

        errors.Add("COUNTRY_UNKNOWN", pointer, text, message);
        return null;
    }

    /// <summary>An IP address or a CIDR range.</summary>
    internal string? IpRange(string text, string pointer)
    {
        if (AddressRange.TryParse(text, out _))
        {
            return text;
        }

        errors.Add("IP_RANGE_INVALID", pointer, text, $"'{text}' is neither an IP address nor a range such as 10.0.0.0/8 or 2001:db8::/32.");
        return null;
    }

    /// <summary>A regular expression that can be matched in linear time.</summary>
    internal string? Pattern(string text, string pointer)
    {
        if (TextPattern.Check(text) is not { } problem)
        {
            return text;
        }

        var place = problem.Offset is { } offset ? $" at character {offset + 1}" : "";
        errors.Add("PATTERN_INVALID", pointer, text, $"The pattern {problem.Message}{place}.");
        return null;
    }
}

using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Says a refusal on one line, or on several where it shows a place in a text.</summary>
internal static class ErrorText
{
    /// <summary>Where, what and what would be right: <c>amount: '-5' … (AMOUNT_NEGATIVE)</c>.</summary>
    public static string Of(Error error)
    {
        var place = error.Place.Length == 0 ? "" : $"{error.Place}: ";
        var member = error.Member.Length == 0 ? "" : $"{error.Member}: ";
        return $"{place}{member}{error.Message} ({error.Code})";
    }
}

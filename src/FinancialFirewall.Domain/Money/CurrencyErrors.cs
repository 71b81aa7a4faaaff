using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Money;

/// <summary>Refusals about currencies.</summary>
public static class CurrencyErrors
{
    /// <summary>A text is not the code of an active currency.</summary>
    /// <param name="member">Where it stands.</param>
    /// <param name="code">What was found.</param>
    public static Error Unknown(string member, string code)
    {
        var message = CurrencyTable.FindSuccessor(code) is { } successor
            ? $"'{code}' is no longer a currency of ISO 4217: {successor} replaced it."
            : $"{member} must be an active currency of ISO 4217, three letters such as EUR.";
        return new Error(ErrorKind.Invalid, "CURRENCY_UNKNOWN", member, code, message);
    }
}

namespace FinancialFirewall.Domain.Money;

/// <summary>A currency of ISO 4217. Values come from <see cref="CurrencyTable"/>.</summary>
/// <param name="Code">Three upper-case letters, such as <c>EUR</c>.</param>
/// <param name="Number">The ISO 4217 number, 1 to 999, such as 978; it stands for the currency in everything kept on disk.</param>
/// <param name="Exponent">How many decimals the minor unit has, 0 to 4: 2 for EUR, 0 for JPY, 3 for KWD; 0 where ISO 4217 states none.</param>
public readonly record struct Currency(string Code, ushort Number, byte Exponent)
{
    /// <summary>The code, or nothing where it was never set.</summary>
    public override string ToString() => Code ?? "";
}

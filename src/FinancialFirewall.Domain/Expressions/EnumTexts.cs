using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>The texts that conditions see of kinds and sources: their names in UPPER_SNAKE_CASE.</summary>
internal static class EnumTexts
{
    private static readonly TextValue[] Kinds = TextsOf<PaymentKind>();
    private static readonly TextValue[] Sources = TextsOf<PaymentSource>();

    public static TextValue OfKind(long number) => Kinds[number];

    public static TextValue OfSource(long number) => Sources[number];

    private static TextValue[] TextsOf<T>()
        where T : struct, Enum
    {
        var texts = new TextValue[byte.MaxValue + 1];
        Array.Fill(texts, TextValue.Absent);
        foreach (var value in Enum.GetValues<T>())
        {
            texts[Convert.ToByte(value, System.Globalization.CultureInfo.InvariantCulture)] = TextValue.Of(Encoding.UTF8.GetBytes(SnakeCase(value.ToString())));
        }

        return texts;
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            text.Append(char.IsUpper(character) && text.Length > 0 ? "_" : "").Append(char.ToUpperInvariant(character));
        }

        return text.ToString();
    }
}

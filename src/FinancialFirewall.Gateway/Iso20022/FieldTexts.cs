namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>The fields of one level of a message: its header, a part, or a transaction.</summary>
internal sealed class FieldTexts
{
    private readonly FieldText[] texts = [.. Enum.GetValues<MessageField>().Select(static _ => new FieldText())];

    /// <summary>The text of a field.</summary>
    public FieldText this[MessageField field] => texts[(int)field];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var text in texts)
        {
            text.Clear();
        }
    }
}

namespace FinancialFirewall.Gateway.Csv;

/// <summary>A piece of a value.</summary>
/// <param name="IsColumn">Whether it is the field of a column, or a fixed text.</param>
/// <param name="Text">The column's name, or the text.</param>
public readonly record struct SourcePart(bool IsColumn, string Text);

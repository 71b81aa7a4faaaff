namespace FinancialFirewall.Domain.Expressions;

/// <summary>Keeps the first thing that is wrong with a text; what goes wrong after it is its consequence.</summary>
internal sealed class ProblemSink(ExpressionSource source)
{
    /// <summary>The first problem; nothing while all is well.</summary>
    public ExpressionError? First { get; private set; }

    /// <summary>The text.</summary>
    public ExpressionSource Source => source;

    /// <summary>Reports a problem with a range of the text.</summary>
    public void Report(int start, int length, string found, string expected, string? suggestion = null)
        => First ??= new(source, start, Math.Max(1, length), found, expected, suggestion);

    /// <summary>Reports a problem with a part of the text, which is quoted as what was found.</summary>
    public void ReportPart(int start, int length, string expected, string? suggestion = null)
        => Report(start, length, length == 0 ? "the end" : $"'{source.Text.AsSpan(start, length)}'", expected, suggestion);

    /// <summary>Reports a part of the text whose type does not fit.</summary>
    public void ReportType(Syntax part, ValueType type, string expected)
        => Report(part.Start, part.Length, $"'{source.Text.AsSpan(part.Start, part.Length)}', {Printing.Name(type)}", expected);
}

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>A row of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Bound">What it should be.</param>
/// <param name="Value">What was reached; null where it was not measured.</param>
/// <param name="Note">How it was measured and what belongs to it, or why it was not.</param>
internal sealed record Row(string What, Bound Bound, double? Value, string Note)
{
    /// <summary>The head of the table.</summary>
    public const string Head = "| what | reached | at least | aim | mark | how, and what belongs to it |\n|---|---:|---:|---:|---|---|";

    public override string ToString()
        => $"| {What} | {(Value is { } value ? Bound.Text(value) : "—")} | {Bound.Text(Bound.AtLeast)} | {Bound.Text(Bound.Aim)} | "
        + $"{(Value is { } reached ? Bound.MarkOf(reached) : "not measured")} | {Note} |";
}

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Spells a text so that a shell takes it as it is.</summary>
internal static class ShellText
{
    /// <summary>The text, in single quotes where it needs them.</summary>
    public static string Quote(string text) => text.All(static c => char.IsAsciiLetterOrDigit(c) || "/._-:".Contains(c, StringComparison.Ordinal))
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

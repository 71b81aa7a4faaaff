namespace FinancialFirewall.Host.Assessing;

/// <summary>How far an input was read.</summary>
internal sealed class InputProgress(Stream input)
{
    /// <summary>How many bytes it has; null where that is not known beforehand.</summary>
    public long? TotalBytes { get; } = input.CanSeek ? input.Length : null;

    /// <summary>How many bytes were read; 0 where that is not known.</summary>
    public long ReadBytes => input.CanSeek ? input.Position : 0;
}

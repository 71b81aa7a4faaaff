namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>Stands for a value that cannot be evaluated.</summary>
internal sealed class Unknown
{
    public static readonly Unknown Value = new();

    public override string ToString() => "unknown";
}

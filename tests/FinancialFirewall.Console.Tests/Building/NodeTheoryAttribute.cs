namespace FinancialFirewall.Console.Tests.Building;

/// <summary>A test of the console's sources with several sets of data, which is left out with a reason where Node.js is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeTools.Missing;
}

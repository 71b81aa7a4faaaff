namespace FinancialFirewall.Console.Tests.Building;

/// <summary>A test of the console's sources, which is left out with a reason where Node.js is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeTools.Missing;
}

namespace FinancialFirewall.Architecture.Tests.Assemblies;

/// <summary>A type as its source file spells it: without the number of its type parameters.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}

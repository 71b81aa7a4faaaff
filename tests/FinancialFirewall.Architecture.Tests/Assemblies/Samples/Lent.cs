namespace FinancialFirewall.Architecture.Tests.Assemblies.Samples;

/// <summary>What each of <see cref="Borrowers"/>' neighbours uses in one way.</summary>
internal abstract class Lent : Attribute
{
    public static int Number => 1;
}

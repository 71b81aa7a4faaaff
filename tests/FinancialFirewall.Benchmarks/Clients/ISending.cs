namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>An order that is ready to be carried out.</summary>
internal interface ISending : IDisposable
{
    /// <summary>Carries it out.</summary>
    ClientReport Run();
}

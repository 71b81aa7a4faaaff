namespace FinancialFirewall.Gateway.Graph;

/// <summary>The fields of one feature.</summary>
internal interface IGraphFields
{
    /// <summary>Binds them: those that somebody can begin with, and those of the feature's own types.</summary>
    void Bind(GraphRoots roots);
}

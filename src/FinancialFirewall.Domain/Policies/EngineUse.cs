namespace FinancialFirewall.Domain.Policies;

/// <summary>When a configuration's bank engine is asked.</summary>
internal enum EngineUse
{
    /// <summary>Never: none is named, it is switched off, or the configuration runs custom rules only.</summary>
    None,

    /// <summary>Before the answer (REAL_TIME).</summary>
    Always,

    /// <summary>Before the answer, when the rules' score reaches <c>hybridThreshold</c> (HYBRID).</summary>
    FromScore,

    /// <summary>After the answer (BATCH).</summary>
    Later,
}

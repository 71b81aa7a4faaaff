namespace FinancialFirewall.Domain.Configurations;

/// <summary>How the rules' score and the bank engine's become one. The numbers are kept on disk and never change.</summary>
public enum ScoreCombination : byte
{
    /// <summary>The higher of both.</summary>
    Higher = 1,

    /// <summary>The rules' score.</summary>
    Rules = 2,

    /// <summary>The engine's score.</summary>
    Engine = 3,

    /// <summary>The mean of both.</summary>
    Average = 4,
}

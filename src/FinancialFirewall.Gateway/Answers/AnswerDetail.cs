namespace FinancialFirewall.Gateway.Answers;

/// <summary>How much an answer says.</summary>
public enum AnswerDetail
{
    /// <summary>Id, reference, decision, score, level and the factors' names.</summary>
    Brief,

    /// <summary>Everything.</summary>
    Full,
}

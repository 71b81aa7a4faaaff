namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Takes what the conditions of a <see cref="RuleProgram{TRecorder}"/> give, in order; it may move the frame's running score on. Of conditions that do not hold
/// it hears nothing.
/// </summary>
public abstract class TruthRecorder
{
    /// <summary>Takes the truth of a condition that holds or cannot be evaluated, before the next one is evaluated.</summary>
    /// <param name="frame">The frame that is being evaluated.</param>
    /// <param name="index">The condition's place in the program, from 0.</param>
    /// <param name="truth">What it gave.</param>
    public abstract void Record(EvaluationFrame frame, int index, Truth truth);
}

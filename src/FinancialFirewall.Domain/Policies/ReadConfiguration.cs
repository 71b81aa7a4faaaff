using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Rules;

namespace FinancialFirewall.Domain.Policies;

/// <summary>A configuration whose conditions have been read, before they are compiled.</summary>
/// <param name="Source">The configuration.</param>
/// <param name="Factors">Its factors, in the table's order.</param>
/// <param name="Criteria">Its criteria, the most severe first.</param>
/// <param name="Conditions">The factors' conditions, then those of the criteria.</param>
internal sealed record ReadConfiguration(
    RiskConfiguration Source, IReadOnlyList<Factor> Factors, IReadOnlyList<CompiledCriterion> Criteria, IReadOnlyList<Expression> Conditions)
{
    /// <summary>Compiles the conditions into one delegate.</summary>
    public CompiledConfiguration Compile(CompilationContext context) => new(Source, Factors, Criteria, RuleProgram.Compile<RuleRecorder>(Conditions, context));
}

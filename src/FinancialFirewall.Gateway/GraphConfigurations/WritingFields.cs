using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphPolicies;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphConfigurations;

/// <summary>What helps people while they write configurations: everything that is wrong, and every word of the rule language.</summary>
internal sealed class WritingFields(PolicyAtWork policy) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.configurationValidation", async call => GraphRefusals.Or(
            await policy.FindAsync(call), found => ConfigurationValidation.Check(JsonBody.Read(call, "configuration"), call.Arguments.Get<Guid?>("id"), found)));
        roots.Field("Query.expressionVocabulary", async call => GraphRefusals.Or(await policy.FindAsync(call), static found => new ExpressionVocabulary(found.Lists)));
        roots.Field("Query.expressionCheck", async call => GraphRefusals.Or(await policy.FindAsync(call), found => Check(call.Get<string>("text"), found)));
        BindTypes(roots.Types);
    }

    private static ExpressionCheck Check(string text, PolicyDocument policy)
        => ExpressionParser.TryParse(text, [.. policy.Lists.Select(static list => list.Name)], out _, out var error) ? new(Problem: null) : new(error);

    private static void BindTypes(ResolverMap map)
    {
        map.Type<ConfigurationFindings>("ConfigurationFindings", static type => type
            .Field("isValid", static findings => findings.IsValid)
            .Field("errors", static findings => findings.Errors.Select(Finding.Of))
            .Field("warnings", static findings => findings.Warnings.Select(Finding.Of)));
        map.Type<ExpressionVocabulary>("ExpressionVocabulary", static type => type
            .Field("words", static _ => LanguageGuide.Words)
            .Field("lists", static vocabulary => vocabulary.Lists)
            .Field("maximumLength", static _ => ExpressionSource.MaximumLength));
        map.Type<LanguageWord>("ExpressionWord", static type => type
            .Field("name", static word => word.Name)
            .Field("kind", static word => word.Kind)
            .Field("type", static word => word.Type)
            .Field("form", static word => word.Form)
            .Field("meaning", static word => word.Meaning));
        map.Type<ListDefinition>("ExpressionList", static type => type
            .Field("name", static list => list.Name)
            .Field("kind", static list => list.Kind)
            .Field("member", static list => list.Member is { } member ? PaymentMemberTable.Name(member) : null));
        map.Type<ExpressionCheck>("ExpressionCheck", static type => type
            .Field("isValid", static check => check.Problem is null)
            .Field("problem", static check => check.Problem));
        map.Type<ExpressionError>("ExpressionProblem", static type => type
            .Field("line", static problem => problem.Line)
            .Field("column", static problem => problem.Column)
            .Field("offset", static problem => problem.Offset)
            .Field("length", static problem => problem.Length)
            .Field("message", static problem => problem.Message));
    }
}

using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>Checks documents against a schema.</summary>
internal static class DocumentValidator
{
    /// <summary>The most errors that are told; more are counted as one.</summary>
    private const int MaxErrors = 100;

    /// <summary>The deepest that the fragments of a document may lead, all nested into one another, which bounds the recursion of the rules and of execution.</summary>
    private const int MaxFragmentDepth = 1_000;

    /// <summary>What is wrong with a document; nothing where it can be executed.</summary>
    public static IReadOnlyList<ValidationError> Validate(Schema schema, DocumentSyntax document)
    {
        var context = new ValidationContext(schema, document, MaxErrors);
        if (FragmentDepth.Sum(document) > MaxFragmentDepth)
        {
            context.Report(nameof(FragmentDepth), $"The fragments of the document nest more than {MaxFragmentDepth} levels deep, taken together.");
            return context.Errors;
        }

        UseCollector.Collect(context);
        new DocumentWalker(context, Rules()).Walk();
        return context.Errors;
    }

    private static ValidationRule[] Rules() =>
    [
        new ExecutableDefinitionsRule(),
        new KnownOperationTypesRule(),
        new UniqueOperationNamesRule(),
        new LoneAnonymousOperationRule(),
        new SingleFieldSubscriptionsRule(),
        new KnownTypeNamesRule(),
        new FragmentsOnCompositeTypesRule(),
        new VariablesAreInputTypesRule(),
        new ScalarLeafsRule(),
        new FieldsOnCorrectTypeRule(),
        new UniqueFragmentNamesRule(),
        new KnownFragmentNamesRule(),
        new NoUnusedFragmentsRule(),
        new PossibleFragmentSpreadsRule(),
        new NoFragmentCyclesRule(),
        new UniqueVariableNamesRule(),
        new NoUndefinedVariablesRule(),
        new NoUnusedVariablesRule(),
        new KnownDirectivesRule(),
        new UniqueDirectivesPerLocationRule(),
        new KnownArgumentNamesRule(),
        new UniqueArgumentNamesRule(),
        new ValuesOfCorrectTypeRule(),
        new ProvidedRequiredArgumentsRule(),
        new VariablesInAllowedPositionRule(),
        new OverlappingFieldsCanBeMergedRule(),
        new UniqueInputFieldNamesRule(),
    ];
}

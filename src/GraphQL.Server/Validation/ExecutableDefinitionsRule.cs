using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.1.1: a document that is executed defines operations and fragments alone.</summary>
internal sealed class ExecutableDefinitionsRule : ValidationRule
{
    public override void Document(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions.OfType<TypeSystemSyntax>())
        {
            var name = definition switch
            {
                TypeDefinitionSyntax type => $"\"{type.Name}\"",
                DirectiveDefinitionSyntax directive => $"\"{directive.Name}\"",
                _ => "schema",
            };
            context.Report(nameof(ExecutableDefinitionsRule), $"The {name} definition is not executable.", definition.Start);
        }
    }
}

using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.6.3: a field of an input object is given once.</summary>
internal sealed class UniqueInputFieldNamesRule : ValidationRule
{
    public override void Object(ValidationContext context, ObjectSyntax value)
    {
        var known = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
            {
                context.Report(
                    nameof(UniqueInputFieldNamesRule),
                    $"There can be only one input field named \"{field.Name}\".",
                    known[field.Name.Value].Start,
                    field.Name.Start);
            }
        }
    }
}

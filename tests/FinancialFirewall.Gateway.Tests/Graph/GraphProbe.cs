using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphServing;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>A field that somebody can begin with, asked for with arguments that are made up from its types.</summary>
internal sealed record GraphProbe(FieldDefinition Field)
{
    public const string MadeUpId = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    public const string MadeUpText = "nothing";

    /// <summary>Every field of Query, Mutation and Subscription.</summary>
    public static IReadOnlyList<GraphProbe> All { get; } = [.. RootPermissions.RootsOf(GraphSchema.Read()).Select(field => new GraphProbe(field))];

    public bool IsSubscription => Field.Parent!.Name is "Subscription";

    /// <summary>Whether it is given the id of something.</summary>
    public bool TakesAnId => Field.Arguments.Any(static argument => IsAnId(argument) || argument.Name is "transactionReference");

    /// <summary>The document.</summary>
    /// <param name="id">Stands for every id, where it can; one that is nobody's where it is null.</param>
    public string ToDocument(string? id = null)
    {
        var arguments = Field.Arguments.Where(argument => argument.IsRequired || IsAnId(argument) || argument.Name is "after" || (IsSubscription && argument.Name is "every"))
            .Select(argument => $"{argument.Name}: {(argument.Name is "every" ? "0" : ValueOf(argument.Type, id))}").ToList();
        var given = arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
        var selection = NamedOf(Field.Type) is CompositeType ? " { __typename }" : "";
        return $"{Field.Parent!.Name.ToLowerInvariant()} {{ {Field.Name}{given}{selection} }}";
    }

    public override string ToString() => Field.ToString();

    private static bool IsAnId(InputValueDefinition argument) => argument.Type.Nullable.ToString() is "ID" or "UUID";

    private static NamedType NamedOf(GraphType type) => type switch
    {
        NonNullType nonNull => NamedOf(nonNull.Nullable),
        ListType list => NamedOf(list.Item),
        _ => (NamedType)type,
    };

    private static string ValueOf(GraphType type, string? id) => type switch
    {
        NonNullType nonNull => ValueOf(nonNull.Nullable, id),
        ListType list => $"[{ValueOf(list.Item, id)}]",
        EnumType words => words.Values[0].Name,
        InputObjectType { Name: "PersonInput" } => $$"""{ customerId: "{{id ?? MadeUpText}}" }""",
        InputObjectType input => $"{{ {string.Join(", ", input.Fields.Where(field => field.IsRequired).Select(field => $"{field.Name}: {ValueOf(field.Type, null)}"))} }}",
        ScalarType { Name: "UUID" } => $"\"{(Guid.TryParse(id, out _) ? id : MadeUpId)}\"",
        ScalarType { Name: "ID" } => $"\"{id ?? MadeUpText}\"",
        ScalarType { Name: "Int" or "Long" or "Decimal" } => "1",
        ScalarType { Name: "Boolean" } => "true",
        ScalarType { Name: "DateTime" } => "\"2026-01-01T00:00:00Z\"",
        ScalarType { Name: "JSON" } => "{}",
        _ => $"\"{id ?? MadeUpText}\"",
    };
}

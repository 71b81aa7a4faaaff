namespace GraphQL.Server.Language;

/// <summary>Where directives may stand.</summary>
internal static class DirectiveLocations
{
    public const string VariableDefinition = "VARIABLE_DEFINITION";

    /// <summary>All of them, in the order of the specification.</summary>
    public static readonly string[] All =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", VariableDefinition,
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];

    public static bool IsKnown(string name) => Array.IndexOf(All, name) >= 0;

    public static string Of(OperationKind kind) => OperationSyntax.Keyword(kind).ToUpperInvariant();

    public static string Of(SelectionSyntax selection) => selection switch
    {
        FieldSyntax => "FIELD",
        FragmentSpreadSyntax => "FRAGMENT_SPREAD",
        _ => "INLINE_FRAGMENT",
    };

    public static string Of(TypeSystemSyntax definition) => definition switch
    {
        SchemaSyntax => "SCHEMA",
        ScalarTypeSyntax => "SCALAR",
        ObjectTypeSyntax => "OBJECT",
        InterfaceTypeSyntax => "INTERFACE",
        UnionTypeSyntax => "UNION",
        EnumTypeSyntax => "ENUM",
        _ => "INPUT_OBJECT",
    };
}

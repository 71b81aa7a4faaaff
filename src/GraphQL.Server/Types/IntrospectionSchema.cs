using GraphQL.Server.Errors;
using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>What every schema has without saying so: the directives and the types of introspection, and the fields of every type.</summary>
internal static class IntrospectionSchema
{
    /// <summary>The name of the type that lends the fields of every type; no schema has it.</summary>
    public const string MetaFields = "__MetaFields";

    /// <summary>The definitions, parsed.</summary>
    public static readonly IReadOnlyList<TypeSystemSyntax> Definitions = Parse();

    public static bool IsBuiltInDirective(string name) => name is "include" or "skip" or "deprecated" or "specifiedBy" or "oneOf";

    private static List<TypeSystemSyntax> Parse()
    {
        var source = new SourceText(Text, "introspection");
        return DocumentParser.TryParse(source, ParserLimits.Schema, out var document, out var error)
            ? [.. document.Definitions.Cast<TypeSystemSyntax>()]
            : throw new InvalidOperationException(error.Describe(source));
    }

    private const string Text = """"
        "Selects this field or fragment only where the argument is true."
        directive @include("Selected when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Leaves this field or fragment out where the argument is true."
        directive @skip("Left out when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks what should not be used any longer."
        directive @deprecated("Why, and what to use instead, in Markdown." reason: String! = "No longer supported")
          on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Says where the format of a scalar is specified."
        directive @specifiedBy("The address of the specification." url: String!) on SCALAR

        "Exactly one field has to be sent, and not as null."
        directive @oneOf on INPUT_OBJECT

        "What a server offers: its types, its directives, and where operations begin."
        type __Schema {
          description: String
          "All types."
          types: [__Type!]!
          "Where queries begin."
          queryType: __Type!
          "Where mutations begin, if there are any."
          mutationType: __Type
          "Where subscriptions begin, if there are any."
          subscriptionType: __Type
          "All directives."
          directives: [__Directive!]!
        }

        "A type, named or wrapped. Which fields mean something depends on the kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "The kinds of types."
        enum __TypeKind {
          "A scalar."
          SCALAR
          "An object: `fields` and `interfaces` mean something."
          OBJECT
          "An interface: `fields`, `interfaces` and `possibleTypes` mean something."
          INTERFACE
          "A union: `possibleTypes` means something."
          UNION
          "An enum: `enumValues` means something."
          ENUM
          "An input object: `inputFields` means something."
          INPUT_OBJECT
          "A list: `ofType` means something."
          LIST
          "Never null: `ofType` means something."
          NON_NULL
        }

        "A field of an object or an interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The value that stands for a missing one, as a literal."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive, and where it may stand."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "Where a directive may stand."
        enum __DirectiveLocation {
          "On a query."
          QUERY
          "On a mutation."
          MUTATION
          "On a subscription."
          SUBSCRIPTION
          "On a field of a selection."
          FIELD
          "On the definition of a fragment."
          FRAGMENT_DEFINITION
          "On the spread of a fragment."
          FRAGMENT_SPREAD
          "On an inline fragment."
          INLINE_FRAGMENT
          "On the definition of a variable."
          VARIABLE_DEFINITION
          "On a schema."
          SCHEMA
          "On a scalar."
          SCALAR
          "On an object type."
          OBJECT
          "On the definition of a field."
          FIELD_DEFINITION
          "On the definition of an argument."
          ARGUMENT_DEFINITION
          "On an interface."
          INTERFACE
          "On a union."
          UNION
          "On an enum."
          ENUM
          "On a value of an enum."
          ENUM_VALUE
          "On an input object type."
          INPUT_OBJECT
          "On a field of an input object type."
          INPUT_FIELD_DEFINITION
        }

        type __MetaFields {
          "What this server offers."
          __schema: __Schema!
          "One type by its name."
          __type(name: String!): __Type
          "The name of the object type that the value has."
          __typename: String!
        }
        """";
}

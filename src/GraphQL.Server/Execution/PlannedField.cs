using System.Collections.Concurrent;
using System.Text.Json;
using GraphQL.Server.Binding;
using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Execution;

/// <summary>A member of the response: the field that fills it, with all its places in the document.</summary>
internal sealed class PlannedField(string responseName, FieldDefinition definition, BoundField resolver)
{
    public string ResponseName { get; } = responseName;

    /// <summary>The name as it is written.</summary>
    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(responseName);

    public FieldDefinition Definition { get; } = definition;

    public BoundField Resolver { get; } = resolver;

    public bool IsTypeName { get; } = definition.Name is "__typename";

    /// <summary>Its places in the document.</summary>
    public List<FieldSyntax> Syntax { get; } = [];

    /// <summary>Its arguments, where no variable is in them.</summary>
    public InputObject? ConstantArguments { get; set; }

    /// <summary>What is selected on each object type, once it was met.</summary>
    public ConcurrentDictionary<ObjectType, PlannedField[]> Selections { get; } = [];

    public bool IsNonNull { get; } = definition.Type is NonNullType;
}

using GraphQL.Server.Types;

namespace GraphQL.Server.Schemas;

/// <summary>The order in which a schema lists its types: as the file defines them, and what they refer to beside it where it is referred to first.</summary>
internal sealed class TypeOrder
{
    private readonly HashSet<NamedType> seen = [];
    private readonly List<NamedType> types = [];

    public IReadOnlyList<NamedType> Types => types;

    /// <summary>Adds the types of a file, each with what it refers to and the file does not define.</summary>
    public void AddAll(IEnumerable<NamedType> defined)
    {
        var all = defined.ToList();
        seen.UnionWith(all);
        foreach (var type in all)
        {
            types.Add(type);
            AddParts(type);
        }
    }

    public void AddReferences(IEnumerable<InputValueDefinition> inputs)
    {
        foreach (var input in inputs)
        {
            Add(input.Type.Named);
        }
    }

    /// <summary>Adds a type and what it refers to, where they are not there yet.</summary>
    public void Add(NamedType type)
    {
        if (seen.Add(type))
        {
            types.Add(type);
            AddParts(type);
        }
    }

    private void AddParts(NamedType type)
    {
        switch (type)
        {
            case UnionType union:
                AddTypes(union.Members);
                break;
            case InputObjectType input:
                AddReferences(input.Fields);
                break;
            case FieldsType fields:
                AddTypes(fields.Interfaces);
                foreach (var field in fields.Fields)
                {
                    Add(field.Type.Named);
                    AddReferences(field.Arguments);
                }

                break;
        }
    }

    private void AddTypes(IEnumerable<NamedType> members)
    {
        foreach (var member in members)
        {
            Add(member);
        }
    }
}

namespace GraphQL.Server.Types;

/// <summary>An object type.</summary>
public sealed class ObjectType : FieldsType
{
    internal ObjectType(string name)
        : base(name)
    {
        PossibleTypes = [this];
        PossibleTypeSet = [this];
    }
}

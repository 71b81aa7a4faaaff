namespace GraphQL.Server.Types;

/// <summary>An interface.</summary>
public sealed class InterfaceType : FieldsType
{
    internal InterfaceType(string name)
        : base(name)
    {
    }
}

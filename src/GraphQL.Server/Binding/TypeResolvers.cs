using GraphQL.Server.Values;

namespace GraphQL.Server.Binding;

/// <summary>Fields of an object type that are read off its objects.</summary>
/// <typeparam name="T">What resolvers give for the type.</typeparam>
/// <param name="map">Where they are added.</param>
/// <param name="type">The name of the type.</param>
public sealed class TypeResolvers<T>(ResolverMap map, string type)
{
    /// <summary>A field without arguments.</summary>
    public TypeResolvers<T> Field(string name, Func<T, object?> read)
    {
        map.Add($"{type}.{name}", new BoundField { FromSource = source => read((T)source) });
        return this;
    }

    /// <summary>A field with arguments.</summary>
    public TypeResolvers<T> Field(string name, Func<T, InputObject, object?> read)
    {
        map.Add($"{type}.{name}", new BoundField { FromArguments = (source, arguments) => read((T)source, arguments) });
        return this;
    }

    /// <summary>A field that has to be waited for.</summary>
    public TypeResolvers<T> FieldAsync(string name, Func<T, FieldContext, Task<object?>> read)
    {
        map.FieldAsync($"{type}.{name}", context => read((T)context.Source!, context));
        return this;
    }
}

using GraphQL.Server.Introspection;
using GraphQL.Server.Types;

namespace GraphQL.Server.Binding;

/// <summary>Says how the fields of a schema are resolved, and of which type the objects of abstract types are.</summary>
public sealed class ResolverMap
{
    private readonly Dictionary<string, BoundField> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<object, string>> types = new(StringComparer.Ordinal);

    /// <summary>A field of an object type that is there at once.</summary>
    /// <param name="coordinate">The field, as <c>Type.field</c>.</param>
    /// <param name="resolve">Gives the value, null, or a <see cref="FieldError"/>.</param>
    public ResolverMap Field(string coordinate, Func<FieldContext, object?> resolve) => Add(coordinate, new BoundField { FromContext = resolve });

    /// <summary>A field of an object type that has to be waited for.</summary>
    /// <param name="coordinate">The field, as <c>Type.field</c>.</param>
    /// <param name="resolve">Gives the value, null, or a <see cref="FieldError"/>.</param>
    public ResolverMap FieldAsync(string coordinate, Func<FieldContext, Task<object?>> resolve) => Add(coordinate, new BoundField { Async = resolve });

    /// <summary>A field of the subscription type.</summary>
    /// <param name="coordinate">The field, as <c>Type.field</c>.</param>
    /// <param name="events">The events: each is the field's value, or a <see cref="FieldError"/>. The enumeration ends when the client leaves.</param>
    public ResolverMap Events(string coordinate, Func<FieldContext, IAsyncEnumerable<object?>> events)
        => Add(coordinate, new BoundField { Events = events, FromSource = value => value });

    /// <summary>The fields of an object type that are read off its objects.</summary>
    /// <typeparam name="T">What resolvers give for the type.</typeparam>
    /// <param name="type">The name of the type.</param>
    /// <param name="configure">Adds the fields.</param>
    public ResolverMap Type<T>(string type, Action<TypeResolvers<T>> configure)
    {
        configure(new TypeResolvers<T>(this, type));
        return this;
    }

    /// <summary>Which object type an object of an interface or a union has.</summary>
    /// <param name="type">The name of the interface or the union.</param>
    /// <param name="nameOf">Gives the name of the object type.</param>
    public ResolverMap TypeOf(string type, Func<object, string> nameOf)
    {
        types.Add(type, nameOf);
        return this;
    }

    /// <summary>Binds everything to a schema.</summary>
    /// <exception cref="UnboundSchemaException">A field of the schema has no resolver, or a resolver no field; names all of them.</exception>
    public BoundSchema Bind(Schema schema)
    {
        var complaints = new List<string>();
        var bound = new Dictionary<FieldDefinition, BoundField>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields).Append(schema.SchemaField).Append(schema.TypeField))
        {
            if (IntrospectionResolvers.Find(schema, field) is { } introspection)
            {
                bound[field] = new BoundField { FromArguments = introspection };
            }
            else if (!fields.TryGetValue(field.ToString(), out var resolver))
            {
                complaints.Add($"The field {field} has no resolver.");
            }
            else
            {
                used.Add(field.ToString());
                bound[field] = resolver;
                Check(schema, field, resolver, complaints);
            }
        }

        bound[schema.TypeNameField] = new BoundField { FromSource = _ => null };
        complaints.AddRange(fields.Keys.Where(name => !used.Contains(name)).Select(name => $"The resolver {name} has no field."));
        complaints.AddRange(TypeComplaints(schema));
        return complaints.Count == 0 ? new BoundSchema(schema, bound, types) : throw new UnboundSchemaException(complaints);
    }

    internal ResolverMap Add(string coordinate, BoundField field)
    {
        fields.Add(coordinate, field);
        return this;
    }

    private static void Check(Schema schema, FieldDefinition field, BoundField resolver, List<string> complaints)
    {
        var isSubscription = ReferenceEquals(field.Parent, schema.Subscription);
        if (isSubscription != resolver.Events is not null)
        {
            complaints.Add(isSubscription ? $"The field {field} is subscribed to and has no events." : $"The field {field} has events and cannot be subscribed to.");
        }
    }

    private IEnumerable<string> TypeComplaints(Schema schema)
    {
        var wanted = schema.Types.Where(type => type is InterfaceType or UnionType).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        return wanted.Where(name => !types.ContainsKey(name)).Select(name => $"Nothing says which type an object of {name} has.")
            .Concat(types.Keys.Where(name => !wanted.Contains(name)).Select(name => $"{name} is no interface and no union of the schema."));
    }
}

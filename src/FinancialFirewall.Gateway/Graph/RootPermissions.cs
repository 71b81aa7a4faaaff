using FinancialFirewall.Domain.Access;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>What each field of Query, Mutation and Subscription demands, as the schema says beside it.</summary>
internal sealed class RootPermissions
{
    private readonly Dictionary<FieldDefinition, Permission?> demands = [];

    /// <summary>Reads what the schema says.</summary>
    /// <exception cref="InvalidOperationException">A field says nothing, or something that there is not; names all of them.</exception>
    public RootPermissions(Schema schema)
    {
        List<string> silent = [];
        foreach (var field in RootsOf(schema))
        {
            var name = field.Directives.SingleOrDefault(directive => directive.Name is "permission")?.Arguments.GetValueOrDefault("needs") as string;
            var permission = name is null ? null : PermissionNames.Find(name);
            if (permission is null && name is not PermissionNames.None)
            {
                silent.Add($"{field} does not say what it needs: add @permission(needs: …) with one of {PermissionNames.None}, {string.Join(", ", PermissionNames.All)}.");
            }

            demands[field] = permission;
        }

        if (silent.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', silent));
        }
    }

    /// <summary>Every field that somebody can begin with.</summary>
    public static IEnumerable<FieldDefinition> RootsOf(Schema schema)
        => new[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<ObjectType>().SelectMany(type => type.Fields);

    /// <summary>What a field demands; null where a key that is good will do.</summary>
    public Permission? Of(FieldDefinition field) => demands[field];
}

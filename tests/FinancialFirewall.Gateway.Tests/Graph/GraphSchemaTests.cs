using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphServing;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Schemas;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>What holds for the schema as a whole.</summary>
public sealed class GraphSchemaTests
{
    [Fact]
    public void Schema_Everything_HasADescription()
    {
        var schema = GraphSchema.Read();
        var own = schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type is not ScalarType { IsBuiltIn: true }).ToList();

        var silent = own.Where(type => string.IsNullOrEmpty(type.Description)).Select(type => type.Name)
            .Concat(own.OfType<FieldsType>().SelectMany(type => type.Fields).Where(field => string.IsNullOrEmpty(field.Description)).Select(field => field.ToString()))
            .Concat(own.OfType<FieldsType>().SelectMany(type => type.Fields).SelectMany(field => field.Arguments.Where(argument => string.IsNullOrEmpty(argument.Description)).Select(argument => $"{field}({argument.Name})")))
            .Concat(own.OfType<InputObjectType>().SelectMany(type => type.Fields.Where(field => string.IsNullOrEmpty(field.Description)).Select(field => $"{type}.{field.Name}")))
            .Concat(own.OfType<EnumType>().SelectMany(type => type.Values.Where(value => string.IsNullOrEmpty(value.Description)).Select(value => $"{type}.{value.Name}")));

        Assert.Empty(silent);
        Assert.NotEmpty(schema.Description!);
        Assert.InRange(own.Count, 60, int.MaxValue);
    }

    [Fact]
    public void Permissions_OfTheSchema_AreThoseOfTheTable()
        => Assert.Equal(
            PermissionNames.All.Append(PermissionNames.None).Order(StringComparer.Ordinal),
            ((EnumType)GraphSchema.Read().Type("Permission")!).Values.Select(value => value.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("open: Int")]
    [InlineData("open: Int @permission(needs: WISHES)")]
    public void RootPermissions_FieldThatSaysNothing_StopsTheStartWithItsName(string field)
    {
        const string directive = "directive @permission(needs: Permission!) on FIELD_DEFINITION enum Permission { NONE WISHES }";
        var schema = SchemaReader.Read(new SourceText($"{directive} type Query {{ told: Int @permission(needs: NONE) {field} }}"));

        var complaint = Assert.Throws<InvalidOperationException>(() => new RootPermissions(schema));

        Assert.StartsWith("Query.open does not say what it needs: add @permission(needs: …) with one of NONE, ASSESS_PAYMENTS,", complaint.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("told", complaint.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_WithoutTheFieldsOfAFeature_StopsTheStartWithTheirNames()
        => Assert.Contains("The field Query.policy has no resolver.", Assert.Throws<UnboundSchemaException>(() => GraphSchema.Bind(GraphSchema.Read(), [])).Message, StringComparison.Ordinal);
}

using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>A variable where it is used.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Type">The type that its place expects; null where that is unknown.</param>
/// <param name="HasDefault">Whether the place has a default value.</param>
/// <param name="OneOf">The input object that has exactly one field, where the place is one of its fields.</param>
internal readonly record struct VariableUse(VariableSyntax Variable, GraphType? Type, bool HasDefault, InputObjectType? OneOf);

using GraphQL.Server.Execution;

namespace GraphQL.Server.Requests;

/// <summary>What an operation selects.</summary>
/// <param name="Planner">Finds what is selected on the objects that come up.</param>
/// <param name="Root">What is selected at the root.</param>
internal sealed record Plan(SelectionPlanner Planner, PlannedField[] Root);

using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Execution;

/// <summary>
/// Executes one operation, level by level: all fields of one depth of the response are begun, then all are waited for, then what they gave is looked at. So
/// fields of a query run side by side, loaders fetch once a level, and nothing recurses as deep as a response is.
/// </summary>
internal sealed class OperationExecutor
{
    private static readonly Dictionary<string, object?> FailureExtensions = new(StringComparer.Ordinal) { ["code"] = "INTERNAL" };

    private readonly RequestContext request;
    private readonly VariableValues variables;
    private readonly Action<Exception, FieldDefinition> unexpected;
    private readonly FieldErrors errors;
    private readonly ValueCompletion completion;
    private readonly List<(Task<object?> Task, ObjectNode Node, int Slot)> pending = [];
    private readonly Dictionary<PlannedField, InputObject?> arguments = [];

    public OperationExecutor(
        BoundSchema schema,
        SelectionPlanner planner,
        SourceText source,
        VariableValues variables,
        RequestContext request,
        Action<Exception, FieldDefinition> unexpected)
    {
        this.variables = variables;
        this.request = request;
        this.unexpected = unexpected;
        errors = new FieldErrors(source);
        completion = new ValueCompletion(schema, planner, errors);
    }

    /// <summary>Executes.</summary>
    /// <param name="fields">What is selected at the root.</param>
    /// <param name="type">The root type.</param>
    /// <param name="value">The root's value: the event of a subscription, null for others.</param>
    /// <param name="serially">Whether a root field begins only when the one before has ended with all that it selects.</param>
    public async Task<ExecutionResult> ExecuteAsync(PlannedField[] fields, ObjectType type, object? value, bool serially)
    {
        var root = new ObjectNode(null, 0, fields, type, value);
        if (serially)
        {
            for (var slot = 0; slot < fields.Length && !root.IsGone; slot++)
            {
                Begin(root, slot);
                await FinishAsync();
            }
        }
        else
        {
            BeginAll(root);
            await FinishAsync();
        }

        return new ExecutionResult { HasData = true, Data = root.IsGone ? null : root, Errors = errors.Errors };
    }

    private async Task FinishAsync()
    {
        while (true)
        {
            if (pending.Count > 0)
            {
                await CompletePendingAsync();
            }

            var level = completion.Next;
            if (level.Count == 0)
            {
                return;
            }

            completion.Next = [];
            foreach (var node in level)
            {
                if (node.IsAlive)
                {
                    BeginAll(node);
                }
            }

            request.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private void BeginAll(ObjectNode node)
    {
        for (var slot = 0; slot < node.Fields.Length && !node.IsGone; slot++)
        {
            Begin(node, slot);
        }
    }

    private void Begin(ObjectNode node, int slot)
    {
        var field = node.Fields[slot];
        if (field.IsTypeName)
        {
            node.Values[slot] = node.Type.Name;
            return;
        }

        if (ArgumentsOf(field) is not { } given)
        {
            ReportArguments(node, slot, field);
            return;
        }

        try
        {
            var resolver = field.Resolver;
            if (resolver.Async is { } later)
            {
                pending.Add((later(new FieldContext(request, field.Definition, node.Source, given)), node, slot));
                return;
            }

            var value = resolver.FromSource is { } read ? read(node.Source!)
                : resolver.FromArguments is { } call ? call(node.Source!, given)
                : resolver.FromContext!(new FieldContext(request, field.Definition, node.Source, given));
            completion.Complete(node, slot, field.Definition.Type, field, value);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !request.Cancellation.IsCancellationRequested)
        {
            Fail(node, slot, failure);
        }
    }

    private async Task CompletePendingAsync()
    {
        for (var i = 0; i < pending.Count; i++)
        {
            var (task, node, slot) = pending[i];
            await WaitAsync(task);
            if (task.IsCompletedSuccessfully)
            {
                if (node.IsAlive)
                {
                    completion.Complete(node, slot, node.Fields[slot].Definition.Type, node.Fields[slot], task.Result);
                }
            }
            else if (node.IsAlive)
            {
                Fail(node, slot, task.Exception?.InnerException ?? new OperationCanceledException($"{node.Fields[slot].Definition} was cancelled."));
            }
        }

        pending.Clear();
    }

    private async Task WaitAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            if (request.Loads.IsWaiting)
            {
                request.Loads.Fetch();
            }
            else
            {
                await Task.WhenAny(task, request.Loads.Asked, request.Ended);
                request.Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private InputObject? ArgumentsOf(PlannedField field)
    {
        if (field.ConstantArguments is { } constant)
        {
            return constant;
        }

        if (!arguments.TryGetValue(field, out var given))
        {
            List<InputIssue> issues = [];
            given = ArgumentCoercion.Coerce(field.Definition.Arguments, field.Syntax[0].Arguments, variables, issues);
            arguments[field] = given = issues.Count == 0 ? given : null;
        }

        return given;
    }

    private void ReportArguments(ObjectNode node, int slot, PlannedField field)
    {
        List<InputIssue> issues = [];
        ArgumentCoercion.Coerce(field.Definition.Arguments, field.Syntax[0].Arguments, variables, issues);
        errors.Add(node, slot, field, issues[0].Message, null, issues[0].Position);
    }

    private void Fail(ObjectNode node, int slot, Exception failure)
    {
        var field = node.Fields[slot];
        unexpected(failure, field.Definition);
        errors.Add(node, slot, field, $"The field {field.Definition} could not be answered: the server has failed.", FailureExtensions);
    }
}

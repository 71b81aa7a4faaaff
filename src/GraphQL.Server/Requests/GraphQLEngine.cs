using System.Globalization;
using System.Runtime.CompilerServices;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;
using GraphQL.Server.Language;
using GraphQL.Server.Limits;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Requests;

/// <summary>Takes requests and answers them. Any number at once.</summary>
/// <param name="schema">The schema with its resolvers.</param>
/// <param name="options">How requests are taken.</param>
/// <param name="time">The clock of time-outs.</param>
public sealed class GraphQLEngine(BoundSchema schema, EngineOptions options, TimeProvider time)
{
    private readonly DocumentSource documents = new(schema.Schema, options);

    /// <summary>The schema that it answers by.</summary>
    public Schema Schema => schema.Schema;

    /// <summary>Looks at a request and says what it is, without executing it.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="caller">Who asks.</param>
    public PreparedRequest Prepare(GraphQLRequest request, Caller caller)
    {
        var document = documents.Find(request, out var error);
        if (document is null)
        {
            return new PreparedRequest([error!]);
        }

        if (document.Errors.Count > 0)
        {
            return new PreparedRequest(document.Errors);
        }

        if (document.Measure!.UsesIntrospection && !caller.MayIntrospect)
        {
            return new PreparedRequest([GraphQLError.Of("The schema is not shown to you.", ErrorCodes.IntrospectionDenied)]);
        }

        if (document.Operation(request.OperationName, out error) is not { } operation)
        {
            return new PreparedRequest([error!]);
        }

        var variables = VariableCoercion.Coerce(Schema, document.Document!.Source, operation.Syntax, request.Variables, out var errors);
        if (errors.Count > 0)
        {
            return new PreparedRequest(errors) { HasValidDocument = true };
        }

        var cost = new ComplexityRule(Schema, document.Fragments, variables).Cost(operation.Syntax);
        return cost > options.Limits.MaxComplexity
            ? new PreparedRequest([TooComplex(cost)])
            : new PreparedRequest([])
            {
                HasValidDocument = true,
                Operation = operation,
                Variables = variables,
                Source = document.Document.Source,
                Caller = caller,
                ShareVariables = operation.Syntax.Kind == OperationKind.Subscription ? operation.EventsFor(schema).Spell(request.Variables) : null,
            };
    }

    /// <summary>Executes a query or a mutation.</summary>
    /// <param name="request">What <see cref="Prepare"/> gave.</param>
    /// <param name="cancellation">Ends when nobody waits for the answer any longer.</param>
    public Task<ExecutionResult> ExecuteAsync(PreparedRequest request, CancellationToken cancellation)
    {
        if (request.Errors.Count > 0)
        {
            return Task.FromResult(ExecutionResult.Refused(request.Errors));
        }

        return request.IsSubscription
            ? Task.FromResult(ExecutionResult.Refused(GraphQLError.Of("A subscription is not answered once: use WebSocket or Server-Sent Events.")))
            : RunAsync(request, null, cancellation);
    }

    /// <summary>Executes whatever it is: one answer for a query or a mutation, an answer for each event of a subscription.</summary>
    /// <param name="request">What <see cref="Prepare"/> gave.</param>
    /// <param name="cancellation">Ends when nobody waits for answers any longer.</param>
    public async IAsyncEnumerable<ExecutionResult> StreamAsync(PreparedRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!request.IsSubscription)
        {
            yield return await ExecuteAsync(request, cancellation);
            yield break;
        }

        var (events, refusal) = Subscribe(request, cancellation);
        if (events is null)
        {
            yield return refusal!;
            yield break;
        }

        await using var source = events.GetAsyncEnumerator(cancellation);
        while (true)
        {
            ExecutionResult? failed = null;
            try
            {
                if (!await source.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed = Failed(request, failure);
            }

            yield return failed ?? await AnswerAsync(request, source.Current, cancellation);
            if (failed is not null)
            {
                yield break;
            }
        }
    }

    private static readonly object NoEvent = new FieldError("The event has no value.");

    private GraphQLError TooComplex(long cost) => GraphQLError.Of(
        string.Create(CultureInfo.InvariantCulture, $"The operation costs {cost}; {options.Limits.MaxComplexity} are allowed. Ask for fewer fields or shorter pages."),
        ErrorCodes.TooComplex);

    private (IAsyncEnumerable<object?>? Events, ExecutionResult? Refusal) Subscribe(PreparedRequest request, CancellationToken cancellation)
    {
        var field = request.Operation!.PlanFor(schema, request.Variables).Root[0];
        List<InputIssue> issues = [];
        var arguments = ArgumentCoercion.Coerce(field.Definition.Arguments, field.Syntax[0].Arguments, request.Variables, issues);
        if (issues.Count > 0)
        {
            return (null, ExecutionResult.Refused([.. issues.Select(issue => GraphQLError.Of(issue.Message))]));
        }

        try
        {
            return (field.Resolver.Events!(new FieldContext(new RequestContext(request.Caller!.State, cancellation), field.Definition, null, arguments)), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (null, Failed(request, failure));
        }
    }

    private ExecutionResult Failed(PreparedRequest request, Exception failure)
    {
        var field = request.Operation!.PlanFor(schema, request.Variables).Root[0];
        options.OnFailure(failure, field.Definition);
        return ExecutionResult.Refused(GraphQLError.Of($"The subscription {field.Definition} ended: the server has failed.", ErrorCodes.Internal));
    }

    /// <summary>Answers an event. Of what many hear of, it is the first one's execution that answers all, so that it does not end with that one.</summary>
    private Task<ExecutionResult> AnswerAsync(PreparedRequest request, object? happened, CancellationToken cancellation)
        => happened is not SharedEvent shared ? RunAsync(request, happened ?? NoEvent, cancellation)
            : request.ShareVariables is null ? RunAsync(request, shared.Share.Value, cancellation)
            : shared.Share.AnswerAsync(new ShareKey(request.Operation!, request.ShareVariables, shared.Audience), () => RunAsync(request, shared.Share.Value, CancellationToken.None));

    private async Task<ExecutionResult> RunAsync(PreparedRequest request, object? value, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var operation = request.Operation!;
        var plan = operation.PlanFor(schema, request.Variables);
        var context = new RequestContext(request.Caller!.State, either.Token);
        var executor = new OperationExecutor(schema, plan.Planner, request.Source!, request.Variables, context, options.OnFailure);
        try
        {
            var type = Schema.Root(operation.Syntax.Kind)!;
            return await executor.ExecuteAsync(plan.Root, type, value, operation.Syntax.Kind == OperationKind.Mutation);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return ExecutionResult.Refused(GraphQLError.Of(
                string.Create(CultureInfo.InvariantCulture, $"The request took longer than {options.Timeout.TotalSeconds} s and was given up."), ErrorCodes.Timeout));
        }
    }
}

using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>The parameters of a grain's constructor that ask for persistent state; all others come from the services.</summary>
internal sealed class ConstructorFacets
{
    private static readonly MethodInfo CreateState = typeof(IPersistentStateFactory).GetMethod(nameof(IPersistentStateFactory.Create))!;

    private readonly (MethodInfo Create, IPersistentStateConfiguration Configuration)[] states;

    private ConstructorFacets(Type[] types, (MethodInfo Create, IPersistentStateConfiguration Configuration)[] states)
    {
        Types = types;
        this.states = states;
    }

    /// <summary>The types of the parameters, in order.</summary>
    public Type[] Types { get; }

    /// <exception cref="ArgumentException">A parameter asks for a state but is no <see cref="IPersistentState{TState}"/>.</exception>
    public static ConstructorFacets Of(Type grainClass)
    {
        var asked = grainClass.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => (parameter.ParameterType, State: parameter.GetCustomAttribute<PersistentStateAttribute>()))
            .Where(parameter => parameter.State is not null)
            .ToArray();
        var wrong = Array.Find(asked, each => !each.ParameterType.IsGenericType || each.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>));
        if (wrong.State is not null)
        {
            throw new ArgumentException($"{grainClass.FullName} asks for the state '{wrong.State.StateName}' as {wrong.ParameterType.Name}; IPersistentState<T> is expected.", nameof(grainClass));
        }

        return new ConstructorFacets(
            [.. asked.Select(each => each.ParameterType)],
            [.. asked.Select(each => (CreateState.MakeGenericMethod(each.ParameterType.GetGenericArguments()), (IPersistentStateConfiguration)each.State!))]);
    }

    public object[] Create(Activation activation)
    {
        if (states.Length == 0)
        {
            return [];
        }

        var source = activation.ActivationServices.GetRequiredService<IPersistentStateFactory>();
        return [.. states.Select(state => state.Create.Invoke(source, BindingFlags.DoNotWrapExceptions, null, [activation, state.Configuration], null)!)];
    }
}

using System.Collections.Frozen;
using System.Reflection;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>A grain or observer interface: its methods, and the reference that others are copied from.</summary>
internal sealed class GrainInterface
{
    private readonly FrozenDictionary<MethodInfo, GrainMethod> methods;
    private readonly GrainReference prototype;

    /// <exception cref="ArgumentException">A method can cross no grain's border; it says which and why.</exception>
    public GrainInterface(Silo silo, Type type, SiloMessagingOptions options)
    {
        Silo = silo;
        Type = GrainInterfaceType.Create(type.FullName!);
        methods = type.GetInterfaces().Append(type)
            .SelectMany(each => each.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .ToFrozenDictionary(method => method, method => Describe(method, options));
        prototype = (GrainReference)DispatchProxy.Create(type, typeof(GrainReference));
        prototype.Bind(this);
    }

    public Silo Silo { get; }

    public GrainInterfaceType Type { get; }

    public GrainMethod MethodOf(MethodInfo method) => methods[method];

    public GrainReference ReferenceTo(GrainId grainId) => prototype.For(grainId);

    private GrainMethod Describe(MethodInfo method, SiloMessagingOptions options)
    {
        var parameters = method.GetParameters();
        if (method.IsGenericMethodDefinition || Array.Exists(parameters, parameter => parameter.ParameterType.IsByRef))
        {
            throw new ArgumentException($"{method.DeclaringType!.FullName}.{method.Name} is generic or has a ref or out parameter; grain methods have neither.", nameof(method));
        }

        var result = ResultOf(method);
        return (GrainMethod)Activator.CreateInstance(typeof(GrainMethod<>).MakeGenericType(result), this, method, options)!;
    }

    private static Type ResultOf(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return typeof(object);
        }

        if (type == typeof(void) && method.DeclaringType!.IsAssignableTo(typeof(IGrainObserver)))
        {
            return typeof(object);
        }

        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            return type.GetGenericArguments()[0];
        }

        throw new ArgumentException(
            $"{method.DeclaringType!.FullName}.{method.Name} returns {type.Name}; grain methods return Task or ValueTask, with or without a result.", nameof(method));
    }
}

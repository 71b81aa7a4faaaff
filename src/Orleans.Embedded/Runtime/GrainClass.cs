using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>What the runtime knows of a grain class.</summary>
internal sealed class GrainClass
{
    private const string Suffix = "grain";

    // Code that is compiled for a class serves every silo of the process.
    private static readonly ConditionalWeakTable<Type, ObjectFactory> Factories = [];

    private readonly ConcurrentDictionary<MethodInfo, MethodInfo> implementations = new();
    private readonly ObjectFactory factory;
    private readonly ConstructorFacets facets;

    public GrainClass(Type type, GrainCollectionOptions collection, SiloMessagingOptions messaging)
    {
        Type = type;
        GrainType = GrainType.Create(type.GetCustomAttribute<GrainTypeAttribute>()?.GrainType ?? ConventionalName(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        MaximumWorkers = WorkersOf(type);
        RequestLimit = MaximumWorkers > 0 ? messaging.MaxEnqueuedRequestsHardLimit_StatelessWorker : messaging.MaxEnqueuedRequestsHardLimit;
        CollectionAge = collection.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age)
            ? age
            : type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.Amount ?? collection.CollectionAge;
        Interfaces = [.. type.GetInterfaces().Where(IsGrainInterface).OrderBy(each => each.FullName, StringComparer.Ordinal)];
        facets = ConstructorFacets.Of(type);
        factory = Factories.GetValue(type, each => ActivatorUtilities.CreateFactory(each, facets.Types));
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    /// <summary>How many activations a grain may have at once; 0 for a grain that has one.</summary>
    public int MaximumWorkers { get; }

    public int RequestLimit { get; }

    public TimeSpan CollectionAge { get; }

    /// <summary>The grain interfaces it implements, by name.</summary>
    public IReadOnlyList<Type> Interfaces { get; }

    /// <summary>The interface of references that the runtime makes for itself.</summary>
    public Type PrimaryInterface => Interfaces[0];

    public object CreateInstance(Activation activation) => factory(activation.ActivationServices, facets.Create(activation));

    public MethodInfo ImplementationOf(MethodInfo interfaceMethod) => implementations.GetOrAdd(interfaceMethod, method =>
    {
        var map = Type.GetInterfaceMap(method.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, method)];
    });

    /// <summary>Whether <paramref name="type"/> is an interface of an application's grains, not one of the runtime's markers.</summary>
    private static bool IsGrainInterface(Type type) => type.IsAssignableTo(typeof(IAddressable)) && type.Assembly != typeof(IGrain).Assembly;

    private static string ConventionalName(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private static int WorkersOf(Type type)
    {
        if (type.GetCustomAttribute<StatelessWorkerAttribute>() is not { } worker)
        {
            return 0;
        }

        return worker.MaxLocalWorkers > 0 ? worker.MaxLocalWorkers : Environment.ProcessorCount;
    }
}

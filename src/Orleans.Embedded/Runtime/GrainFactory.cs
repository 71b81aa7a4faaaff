using System.Collections.Concurrent;
using System.Globalization;

namespace Orleans.Runtime;

/// <summary>Makes references. What an interface needs is built once, on first use.</summary>
internal sealed class GrainFactory(Silo silo) : IClusterClient
{
    private readonly ConcurrentDictionary<Type, GrainInterface> interfaces = new();
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainClass> classes = new();

    public IServiceProvider ServiceProvider => silo.Services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return (TGrainInterface)(IAddressable)Reference(typeof(TGrainInterface), primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey
        => (TGrainInterface)(IAddressable)Reference(typeof(TGrainInterface), primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey
        => (TGrainInterface)(IAddressable)Reference(typeof(TGrainInterface), primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => (TGrainInterface)(IAddressable)ReferenceTo(typeof(TGrainInterface), grainId);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(grainPrimaryKey);
        return (IGrain)(IAddressable)Reference(grainInterfaceType, grainPrimaryKey, null);
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        return (TGrainObserverInterface)(IAddressable)ReferenceTo(typeof(TGrainObserverInterface), silo.Observers.Add(obj));
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        silo.Observers.Remove(obj);
    }

    public GrainReference ReferenceTo(Type type, GrainId grainId) => Interface(type).ReferenceTo(grainId);

    private GrainReference Reference(Type type, string key, string? prefix)
    {
        var grainClass = classes.TryGetValue((type, prefix), out var known)
            ? known
            : classes.GetOrAdd((type, prefix), static (asked, catalog) => catalog.ClassFor(asked.Interface, asked.Prefix), silo.Catalog);
        return ReferenceTo(type, GrainId.Create(grainClass.GrainType, key));
    }

    private GrainInterface Interface(Type type) => interfaces.TryGetValue(type, out var known)
        ? known
        : interfaces.GetOrAdd(type, static (asked, owner) => new GrainInterface(owner, asked, owner.Messaging), silo);
}

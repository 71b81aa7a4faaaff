using System.Globalization;
using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <summary>The objects that grains can call back, by the references that were made for them.</summary>
internal sealed class ObserverRegistry(Silo silo)
{
    private const string TypeName = "sys.observer";

    private readonly Lock gate = new();
    private readonly ConditionalWeakTable<IGrainObserver, List<GrainId>> ids = [];
    private long sequence;

    public static bool IsObserver(GrainId id) => string.Equals(id.Type.ToString(), TypeName, StringComparison.Ordinal);

    public GrainId Add(IGrainObserver observer)
    {
        if (observer is GrainReference or IGrainBase)
        {
            throw new ArgumentException("A grain or a reference needs no object reference: AsReference makes one.", nameof(observer));
        }

        lock (gate)
        {
            var id = GrainId.Create(TypeName, (++sequence).ToString(CultureInfo.InvariantCulture));
            ids.GetOrCreateValue(observer).Add(id);
            silo.Directory.Register(id, new ObserverTarget(silo, observer));
            return id;
        }
    }

    /// <summary>Ends a reference, or every reference to the object itself.</summary>
    public void Remove(IGrainObserver observer)
    {
        if (observer is GrainReference reference)
        {
            silo.Directory.Unregister(reference.GrainId);
            return;
        }

        lock (gate)
        {
            if (ids.TryGetValue(observer, out var all))
            {
                all.ForEach(silo.Directory.Unregister);
                ids.Remove(observer);
            }
        }
    }
}

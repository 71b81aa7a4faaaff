using Orleans.Runtime;

namespace Orleans;

/// <summary>The root of the interfaces by which a grain calls back an object that is not a grain.</summary>
public interface IGrainObserver : IAddressable;

using System.Reflection;
using Orleans.Runtime;

namespace Orleans;

/// <summary>A call on the side of the one who is called.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that is called.</summary>
    IGrainContext TargetContext { get; }

    /// <summary>The method of the grain's class.</summary>
    MethodInfo ImplementationMethod { get; }
}

namespace Orleans.Runtime;

/// <summary>How far an activation is in its life.</summary>
internal enum ActivationState
{
    /// <summary>It was made and not used yet.</summary>
    Created,

    /// <summary>It reads its state and runs <c>OnActivateAsync</c>; requests wait.</summary>
    Activating,

    /// <summary>It takes requests.</summary>
    Valid,

    /// <summary>It runs <c>OnDeactivateAsync</c>; requests wait for its successor.</summary>
    Deactivating,

    /// <summary>It has ended; requests go to its successor.</summary>
    Invalid,
}

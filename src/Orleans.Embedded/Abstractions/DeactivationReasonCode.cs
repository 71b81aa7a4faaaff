namespace Orleans;

/// <summary>Why an activation ends, for logs and for <see cref="IGrainBase.OnDeactivateAsync"/>.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason was given.</summary>
    None,

    /// <summary>The process is stopping.</summary>
    ShuttingDown,

    /// <summary>The grain could not be activated.</summary>
    ActivationFailed,

    /// <summary>A failure of the grain directory.</summary>
    DirectoryFailure,

    /// <summary>No request came for the collection age.</summary>
    ActivationIdle,

    /// <summary>The activation does not answer.</summary>
    ActivationUnresponsive,

    /// <summary>Another activation of the same grain exists.</summary>
    DuplicateActivation,

    /// <summary>A request that this version cannot understand.</summary>
    IncompatibleRequest,

    /// <summary>An error in the grain made its state doubtful.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>The grain moves elsewhere.</summary>
    Migrating,

    /// <summary>The runtime asked for it.</summary>
    RuntimeRequested,

    /// <summary>Memory is short.</summary>
    HighMemoryPressure,
}

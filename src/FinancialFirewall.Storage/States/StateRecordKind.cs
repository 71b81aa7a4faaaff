namespace FinancialFirewall.Storage.States;

/// <summary>What a record of the states' log says. The numbers are kept on disk.</summary>
internal enum StateRecordKind : byte
{
    /// <summary>A state was written.</summary>
    Write = 1,

    /// <summary>A state was deleted.</summary>
    Delete = 2,

    /// <summary>No state: ETags up to this one were given before the log was compacted.</summary>
    Floor = 3,
}

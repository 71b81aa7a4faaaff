namespace FinancialFirewall.Storage.Facts;

/// <summary>Reads the facts out of records, which are opaque to the journal. The same record always has the same facts.</summary>
public interface IFactReader
{
    /// <summary>The facts of a record of the journal.</summary>
    RecordFacts Read(ReadOnlySpan<byte> record);
}

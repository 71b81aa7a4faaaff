namespace FinancialFirewall.Storage.Journals;

/// <summary>Turns a record as it lies in a segment into the record that was appended, or into what may still be read of it.</summary>
internal interface IRecordOpener
{
    /// <summary>Opens a record.</summary>
    /// <param name="stored">The record as it is stored; it stays as it is.</param>
    /// <param name="buffer">Takes the record where that is another one; at least as long.</param>
    /// <returns>The record, in either.</returns>
    ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> stored, Memory<byte> buffer);
}

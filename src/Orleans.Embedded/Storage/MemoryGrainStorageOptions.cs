using System.Text.Json;

namespace Orleans.Configuration;

/// <summary>How <see cref="Orleans.Storage.MemoryGrainStorage"/> keeps states.</summary>
public sealed class MemoryGrainStorageOptions
{
    /// <summary>How states become bytes; fields are included.</summary>
    public JsonSerializerOptions SerializerOptions { get; set; } = new() { IncludeFields = true };

    /// <summary>How many records it takes; one million.</summary>
    public int MaximumRecords { get; set; } = 1_000_000;
}

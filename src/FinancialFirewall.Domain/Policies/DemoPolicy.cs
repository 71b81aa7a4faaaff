namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// The policy of the tenant that a first start creates: base currency EUR, the seven rule families and three custom rules. A payment above 10,000 EUR is
/// not approved; an ordinary one of 50 EUR is. All accounts and names in it are made up.
/// </summary>
public static class DemoPolicy
{
    private static readonly Lazy<byte[]> Resource = new(ReadResource);
    private static readonly Lazy<PolicyDocument> Parsed = new(static () => PolicyDocumentReader.Read(Resource.Value).Value);

    /// <summary>The policy file's bytes, in canonical form.</summary>
    public static ReadOnlyMemory<byte> Utf8 => Resource.Value;

    /// <summary>The policy.</summary>
    public static PolicyDocument Document => Parsed.Value;

    private static byte[] ReadResource()
    {
        const string Name = "demo-policy.json";
        using var stream = typeof(DemoPolicy).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource '{Name}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

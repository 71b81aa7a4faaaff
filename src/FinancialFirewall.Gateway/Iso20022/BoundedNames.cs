using System.Xml;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>The names in one document, each once. A document cannot fill memory with ever new ones.</summary>
internal sealed class BoundedNames : NameTable
{
    /// <summary>How many there may be.</summary>
    public const int Maximum = 10_000;

    private int count;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    /// <inheritdoc/>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string added) => ++count <= Maximum ? added : throw new MessageRefusedException(MessageErrors.TooManyNames(Maximum));
}

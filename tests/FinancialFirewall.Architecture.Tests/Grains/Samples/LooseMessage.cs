using Orleans;

namespace FinancialFirewall.Architecture.Tests.Grains.Samples;

/// <summary>Says nothing that a message has to say, and changes.</summary>
[GenerateSerializer]
#pragma warning disable CA1852 // That it is open is what the sample shows.
internal class LooseMessage
#pragma warning restore CA1852
{
    internal int Field = 1;

    public int Settable { get; set; }
}

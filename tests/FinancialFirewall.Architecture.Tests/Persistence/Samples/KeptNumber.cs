namespace FinancialFirewall.Architecture.Tests.Persistence.Samples;

/// <summary>Stands for an enum whose second number was 2 once.</summary>
internal enum KeptNumber : byte
{
    First = 1,
    Second = 3,
}

using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Which payments stand in <see cref="PaymentLines"/>: the same filling gives the same bytes in every process.</summary>
/// <param name="Name">What the references begin with.</param>
/// <param name="Round">Stands in the references too, so that they are new in each round.</param>
/// <param name="Count">How many payments.</param>
/// <param name="Seed">Of the random numbers.</param>
/// <param name="FirstAccount">The account of the first payment, where each pays once in turn; negative where they are drawn at random.</param>
/// <param name="Parts">Into how many parts of equal size the payments are cut; an account pays in one part only.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PaymentFilling(string Name, int Round, int Count, int Seed, int FirstAccount = -1, int Parts = 1)
{
    /// <summary>Whether accounts are drawn at random.</summary>
    public bool IsRandom => FirstAccount < 0;

    /// <summary>Where a part begins.</summary>
    public int StartOf(int part) => (int)((long)Count * part / Parts);
}

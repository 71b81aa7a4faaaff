namespace FinancialFirewall.Architecture.Tests.Assemblies.Samples;

/// <summary>Types that use another one, each in the one way that its name says.</summary>
internal static class Borrowers
{
    public static IEnumerable<string> Names { get; } =
    [
        nameof(ByBase), nameof(ByInterface), nameof(ByField), nameof(ByParameter), nameof(ByResult), nameof(ByGenericArgument), nameof(ByConstraint),
        nameof(ByAttribute), nameof(ByCatch), nameof(ByCall), nameof(ByTypeOf), nameof(ByLambda), nameof(ByAsync), nameof(ByNested),
    ];
}

internal abstract class ByBase : Lent;

internal interface ByInterface : ILent;

internal sealed class ByField
{
#pragma warning disable CS0649 // The field alone is the use: nothing sets it.
    public readonly Lent? Field;
#pragma warning restore CS0649
}

internal interface ByParameter
{
    void Take(Lent lent);
}

internal interface ByResult
{
    Lent Give();
}

internal interface ByGenericArgument
{
    IReadOnlyList<Lent[]> All { get; }
}

internal interface ByConstraint
{
    void Take<T>()
        where T : Lent;
}

[LentMark]
internal interface ByAttribute;

internal static class ByCatch
{
    public static bool Fails(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (LentException)
        {
            return true;
        }
    }
}

internal static class ByCall
{
    public static int Call() => Lent.Number;
}

internal static class ByTypeOf
{
    public static Type Type => typeof(Lent);
}

internal static class ByLambda
{
    public static Func<int> Call => () => Lent.Number;
}

internal static class ByAsync
{
    public static async Task<int> CallAsync()
    {
        await Task.Yield();
        return Lent.Number;
    }
}

internal static class ByNested
{
    internal static class Inner
    {
        public static int Call() => Lent.Number;
    }
}

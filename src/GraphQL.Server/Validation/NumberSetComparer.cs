namespace GraphQL.Server.Validation;

/// <summary>Compares sets of numbers that are sorted.</summary>
internal sealed class NumberSetComparer : IEqualityComparer<int[]>
{
    public static readonly NumberSetComparer Instance = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = 17;
        foreach (var number in obj)
        {
            hash = unchecked((hash * 31) + number);
        }

        return hash;
    }
}

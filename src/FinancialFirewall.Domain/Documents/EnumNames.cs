namespace FinancialFirewall.Domain.Documents;

/// <summary>The names of enumerations on the wire: UPPER_SNAKE_CASE.</summary>
public static class EnumNames
{
    /// <summary>All names of an enumeration, in the order of their numbers.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum
        => EnumNames<T>.All;

    /// <summary>The name of a value.</summary>
    /// <exception cref="IndexOutOfRangeException">The enumeration has no such value.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum
        => EnumNames<T>.Of(value);

    /// <summary>The value with exactly this name; <see langword="null"/> where there is none.</summary>
    public static T? Find<T>(string name)
        where T : struct, Enum
        => EnumNames<T>.Find(name);
}

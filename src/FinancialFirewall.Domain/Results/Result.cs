namespace FinancialFirewall.Domain.Results;

/// <summary>Factory methods for <see cref="Result{T}"/>.</summary>
public static class Result
{
    /// <summary>A success.</summary>
    public static Result<T> Success<T>(T value) => new(value);

    /// <summary>A refusal for one reason.</summary>
    public static Result<T> Failure<T>(Error error) => new([error]);

    /// <summary>A refusal for several reasons.</summary>
    /// <exception cref="ArgumentException"><paramref name="errors"/> is empty.</exception>
    public static Result<T> Failure<T>(IReadOnlyList<Error> errors) => new(errors);
}

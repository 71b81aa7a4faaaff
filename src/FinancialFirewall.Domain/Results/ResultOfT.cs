using System.Diagnostics.CodeAnalysis;

namespace FinancialFirewall.Domain.Results;

/// <summary>A value, or the reasons why there is none.</summary>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly IReadOnlyList<Error>? errors;

    internal Result(T value) => this.value = value;

    internal Result(IReadOnlyList<Error> errors)
    {
        if (errors.Count == 0)
        {
            throw new ArgumentException("A refusal needs at least one reason.", nameof(errors));
        }

        this.errors = errors;
    }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(value))]
    public bool IsSuccess => errors is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">This is a refusal.</exception>
    public T Value => IsSuccess ? value : throw new InvalidOperationException($"There is no value: {Errors[0].Message}");

    /// <summary>The reasons of a refusal, at least one; empty for a success.</summary>
    public IReadOnlyList<Error> Errors => errors ?? [];

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Error error) => new([error]);
}

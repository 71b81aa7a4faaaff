using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Documents;

/// <summary>Collects what is wrong with a document, in the order it is found, up to <see cref="Maximum"/>.</summary>
internal sealed class DocumentErrors
{
    /// <summary>The most errors that are reported of one document; one more entry says that there are others.</summary>
    internal const int Maximum = 100;

    private readonly List<Error> errors = [];

    /// <summary>Whether nothing was found wrong.</summary>
    internal bool IsEmpty => errors.Count == 0;

    /// <summary>Whether it is no use to look further.</summary>
    internal bool IsFull => errors.Count > Maximum;

    /// <summary>What was found, in order.</summary>
    internal IReadOnlyList<Error> All => errors;

    /// <summary>Takes a refusal of the value at <paramref name="pointer"/>.</summary>
    internal void Add(string code, string pointer, string value, string message) => Add(new Error(ErrorKind.Invalid, code, pointer, value, message));

    /// <summary>Takes a refusal.</summary>
    internal void Add(Error error)
    {
        if (errors.Count < Maximum)
        {
            errors.Add(error);
        }
        else if (errors.Count == Maximum)
        {
            errors.Add(new Error(ErrorKind.Invalid, "TOO_MANY_ERRORS", "", "", $"There are more errors than the {Maximum} that are shown."));
        }
    }

    /// <summary>The value, unless something was found wrong.</summary>
    internal Result<T> Outcome<T>(T? value)
        where T : class
        => !IsEmpty ? Result.Failure<T>(errors) : value ?? throw new InvalidOperationException("Neither a value nor an error was found.");
}

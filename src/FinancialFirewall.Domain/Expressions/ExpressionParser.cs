using System.Diagnostics.CodeAnalysis;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Reads conditions: text in, a typed tree or the first error out. Takes time linear in the text's length.</summary>
public static class ExpressionParser
{
    /// <summary>Reads a condition.</summary>
    /// <param name="text">At most <see cref="ExpressionSource.MaximumLength"/> characters.</param>
    /// <param name="member">The member whose value it is, or a JSON pointer, for the error.</param>
    /// <param name="listNames">The lists that <c>@name</c> may name; nothing where that is checked later.</param>
    public static Result<Expression> Parse(string text, string member = "", IReadOnlyCollection<string>? listNames = null)
        => TryParse(text, listNames, out var expression, out var error) ? expression : error.ToError(member);

    /// <summary>Reads a condition.</summary>
    /// <param name="text">At most <see cref="ExpressionSource.MaximumLength"/> characters.</param>
    /// <param name="listNames">The lists that <c>@name</c> may name; nothing where that is checked later.</param>
    /// <param name="expression">The condition, of type <see cref="ValueType.Truth"/>.</param>
    /// <param name="error">The first thing that is wrong.</param>
    public static bool TryParse(
        string text,
        IReadOnlyCollection<string>? listNames,
        [NotNullWhen(true)] out Expression? expression,
        [NotNullWhen(false)] out ExpressionError? error)
    {
        expression = null;
        var source = new ExpressionSource(text);
        var problems = new ProblemSink(source);
        if (text.Length > ExpressionSource.MaximumLength)
        {
            problems.Report(ExpressionSource.MaximumLength, 1, $"{text.Length} characters", $"at most {ExpressionSource.MaximumLength}");
        }
        else if (new Lexer(source, problems).Read() is { } tokens && new SyntaxParser(tokens, problems).Parse() is { } syntax)
        {
            expression = new TypeChecker(problems, listNames).CheckCondition(syntax);
        }

        error = problems.First;
        return expression is not null;
    }
}

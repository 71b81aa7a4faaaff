using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A list of the policy, by name: <c>@highRisk</c>.</summary>
public sealed record NamedListExpression : Expression
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 100;

    internal NamedListExpression(string name)
        : base(ValueType.List, 0)
    {
        if (!IsName(name))
        {
            throw new ArgumentException($"'{name}' cannot name a list: 1 to {MaximumNameLength} letters, digits, '_', '-' and '.' are expected.", nameof(name));
        }

        Name = name;
    }

    /// <summary>The list's name.</summary>
    public string Name { get; }

    internal override Precedence Precedence => Precedence.Primary;

    /// <summary>Whether <paramref name="name"/> can name a list: ASCII letters, digits, '_', '-' and '.'.</summary>
    public static bool IsName([NotNullWhen(true)] string? name)
        => name is { Length: > 0 and <= MaximumNameLength } && name.All(IsNameCharacter);

    internal static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';

    internal override void Write(StringBuilder text) => text.Append('@').Append(Name);
}

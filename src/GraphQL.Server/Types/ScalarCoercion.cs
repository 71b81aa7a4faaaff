namespace GraphQL.Server.Types;

/// <summary>How the values of a scalar are read and written. Both say what is wrong as a sentence, or null where nothing is.</summary>
public abstract class ScalarCoercion
{
    /// <summary>Reads a value that a client sent.</summary>
    /// <param name="input">What was sent, never null.</param>
    /// <param name="value">What resolvers get.</param>
    /// <returns>What is wrong; null where the value is good.</returns>
    public abstract string? Read(in ScalarInput input, out object? value);

    /// <summary>Writes a value that a resolver gave.</summary>
    /// <param name="value">What it gave, never null.</param>
    /// <param name="written">A <see cref="string"/>, <see cref="bool"/>, number, or what <see cref="System.Text.Json"/> can write.</param>
    /// <returns>What is wrong; null where the value is good.</returns>
    public abstract string? Write(object value, out object? written);
}

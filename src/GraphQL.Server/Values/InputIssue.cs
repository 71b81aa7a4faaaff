namespace GraphQL.Server.Values;

/// <summary>What is wrong with an input value.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Position">Where in the document; -1 for a variable's JSON.</param>
/// <param name="Path">Where in the value; null at the top.</param>
internal readonly record struct InputIssue(string Message, int Position, InputPath? Path);

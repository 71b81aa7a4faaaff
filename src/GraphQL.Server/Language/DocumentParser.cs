using GraphQL.Server.Errors;

namespace GraphQL.Server.Language;

/// <summary>Reads whole documents.</summary>
internal static class DocumentParser
{
    /// <summary>Reads a document, or says where it stops being one.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">How much of it is taken.</param>
    /// <param name="document">The document, where it is one.</param>
    /// <param name="error">What is wrong and where, where it is none.</param>
    public static bool TryParse(
        SourceText source,
        ParserLimits limits,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DocumentSyntax? document,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out GraphQLError? error)
    {
        document = null;
        error = null;
        try
        {
            var tokens = new TokenReader(source.Body, limits);
            tokens.Advance();
            List<DefinitionSyntax> definitions = [];
            do
            {
                definitions.Add(ReadDefinition(tokens));
            }
            while (tokens.Current.Kind != TokenKind.End);

            document = new DocumentSyntax { Start = 0, Source = source, Definitions = [.. definitions], Tokens = tokens.Count };
            return true;
        }
        catch (SyntaxException refusal)
        {
            error = new GraphQLError($"Syntax Error: {refusal.Message}", [source.LocationOf(refusal.Position)]);
            return false;
        }
    }

    private static DefinitionSyntax ReadDefinition(TokenReader tokens)
    {
        if (tokens.At(TokenKind.BraceOpen))
        {
            return new ExecutableParser(tokens).ReadOperation(null, tokens.Current.Start);
        }

        var start = tokens.Current.Start;
        if (!tokens.At(TokenKind.String) && !tokens.At(TokenKind.BlockString))
        {
            return ReadKeyword(tokens, null, start);
        }

        var description = new ValueParser(tokens).ReadString();
        if (tokens.At(TokenKind.BraceOpen))
        {
            throw new SyntaxException(start, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        return ReadKeyword(tokens, description, start);
    }

    private static DefinitionSyntax ReadKeyword(TokenReader tokens, StringSyntax? description, int start)
    {
        var keyword = tokens.At(TokenKind.Name) ? tokens.Text : default;
        switch (keyword)
        {
            case "query" or "mutation" or "subscription":
                return new ExecutableParser(tokens).ReadOperation(description, start);
            case "fragment":
                return new ExecutableParser(tokens).ReadFragment(description, start);
        }

        var schema = new SchemaParser(tokens);
        if (SchemaParser.IsKeyword(keyword))
        {
            return schema.ReadDefinition(description, start);
        }

        if (description is not null && !keyword.IsEmpty)
        {
            throw new SyntaxException(start, "Unexpected description, only GraphQL definitions support descriptions.");
        }

        return keyword is "extend" ? schema.ReadExtension(start) : throw tokens.Unexpected();
    }
}

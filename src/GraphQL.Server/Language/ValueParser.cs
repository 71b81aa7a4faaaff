namespace GraphQL.Server.Language;

/// <summary>Reads values, types, arguments and directives.</summary>
internal readonly struct ValueParser(TokenReader tokens)
{
    public StringSyntax ReadString()
    {
        var token = tokens.Current;
        tokens.Advance();
        return new StringSyntax { Start = token.Start, Value = token.Value!, IsBlock = token.Kind == TokenKind.BlockString };
    }

    /// <summary>The description that stands here, if one does.</summary>
    public StringSyntax? ReadDescription() => tokens.At(TokenKind.String) || tokens.At(TokenKind.BlockString) ? ReadString() : null;

    public DirectiveSyntax[] ReadDirectives(bool constant)
    {
        if (!tokens.At(TokenKind.At))
        {
            return [];
        }

        List<DirectiveSyntax> directives = [];
        while (tokens.At(TokenKind.At))
        {
            var start = tokens.Current.Start;
            tokens.Advance();
            directives.Add(new DirectiveSyntax { Start = start, Name = tokens.ExpectName(), Arguments = ReadArguments(constant) });
        }

        return [.. directives];
    }

    public ArgumentSyntax[] ReadArguments(bool constant)
    {
        if (!tokens.Take(TokenKind.ParenOpen))
        {
            return [];
        }

        List<ArgumentSyntax> arguments = [];
        do
        {
            var name = tokens.ExpectName();
            tokens.Expect(TokenKind.Colon);
            arguments.Add(new ArgumentSyntax { Start = name.Start, Name = name, Value = ReadValue(constant) });
        }
        while (!tokens.Take(TokenKind.ParenClose));
        return [.. arguments];
    }

    public ValueSyntax ReadValue(bool constant)
    {
        var start = tokens.Current.Start;
        switch (tokens.Current.Kind)
        {
            case TokenKind.BracketOpen:
                return ReadList(constant);
            case TokenKind.BraceOpen:
                return ReadObject(constant);
            case TokenKind.String or TokenKind.BlockString:
                return ReadString();
            case TokenKind.Int:
                return new IntSyntax { Start = start, Text = TakeText() };
            case TokenKind.Float:
                return new FloatSyntax { Start = start, Text = TakeText() };
            case TokenKind.Name:
                return ReadWord(start);
            case TokenKind.Dollar:
                return constant ? throw VariableInConstant() : ReadVariable();
            default:
                throw tokens.Unexpected();
        }
    }

    public VariableSyntax ReadVariable()
    {
        var start = tokens.Expect(TokenKind.Dollar).Start;
        return new VariableSyntax { Start = start, Name = tokens.ExpectName() };
    }

    public TypeSyntax ReadType()
    {
        var start = tokens.Current.Start;
        TypeSyntax type;
        if (tokens.Take(TokenKind.BracketOpen))
        {
            tokens.Enter();
            type = new ListTypeSyntax { Start = start, Item = ReadType() };
            tokens.Expect(TokenKind.BracketClose);
            tokens.Leave();
        }
        else
        {
            type = ReadNamedType();
        }

        return tokens.Take(TokenKind.Bang) ? new NonNullTypeSyntax { Start = start, Nullable = type } : type;
    }

    public NamedTypeSyntax ReadNamedType()
    {
        var name = tokens.ExpectName();
        return new NamedTypeSyntax { Start = name.Start, Name = name.Value };
    }

    private string TakeText()
    {
        var text = tokens.Text.ToString();
        tokens.Advance();
        return text;
    }

    private ValueSyntax ReadWord(int start)
    {
        var word = TakeText();
        return word switch
        {
            "true" or "false" => new BooleanSyntax { Start = start, Value = word.Length == 4 },
            "null" => new NullSyntax { Start = start },
            _ => new EnumSyntax { Start = start, Value = word },
        };
    }

    private ListSyntax ReadList(bool constant)
    {
        var start = tokens.Current.Start;
        tokens.Enter();
        tokens.Advance();
        List<ValueSyntax> values = [];
        while (!tokens.Take(TokenKind.BracketClose))
        {
            values.Add(ReadValue(constant));
        }

        tokens.Leave();
        return new ListSyntax { Start = start, Values = [.. values] };
    }

    private ObjectSyntax ReadObject(bool constant)
    {
        var start = tokens.Current.Start;
        tokens.Enter();
        tokens.Advance();
        List<ObjectFieldSyntax> fields = [];
        while (!tokens.Take(TokenKind.BraceClose))
        {
            var name = tokens.ExpectName();
            tokens.Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldSyntax { Start = name.Start, Name = name, Value = ReadValue(constant) });
        }

        tokens.Leave();
        return new ObjectSyntax { Start = start, Fields = [.. fields] };
    }

    private SyntaxException VariableInConstant()
    {
        var dollar = tokens.Current;
        tokens.Advance();
        return tokens.At(TokenKind.Name)
            ? new SyntaxException(dollar.Start, $"Unexpected variable \"${tokens.Text}\" in constant value.")
            : new SyntaxException(dollar.Start, $"Unexpected {Token.Describe(dollar.Kind)}.");
    }
}

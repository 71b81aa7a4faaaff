namespace GraphQL.Server.Language;

/// <summary>Reads operations and fragments.</summary>
internal readonly struct ExecutableParser(TokenReader tokens)
{
    private ValueParser Values => new(tokens);

    public OperationSyntax ReadOperation(StringSyntax? description, int start)
    {
        if (tokens.At(TokenKind.BraceOpen))
        {
            return new OperationSyntax { Start = start, Kind = OperationKind.Query, SelectionSet = ReadSelectionSet() };
        }

        return new OperationSyntax
        {
            Start = start,
            Description = description,
            Kind = ReadKind(tokens),
            Name = tokens.At(TokenKind.Name) ? tokens.ExpectName() : null,
            Variables = ReadVariables(),
            Directives = Values.ReadDirectives(constant: false),
            SelectionSet = ReadSelectionSet(),
        };
    }

    public FragmentSyntax ReadFragment(StringSyntax? description, int start)
    {
        tokens.ExpectKeyword("fragment");
        return new FragmentSyntax
        {
            Start = start,
            Description = description,
            Name = tokens.AtKeyword("on") ? throw tokens.Unexpected() : tokens.ExpectName(),
            TypeCondition = ReadTypeCondition(),
            Directives = Values.ReadDirectives(constant: false),
            SelectionSet = ReadSelectionSet(),
        };
    }

    /// <summary>The keyword of an operation.</summary>
    public static OperationKind ReadKind(TokenReader tokens)
    {
        OperationKind? kind = (tokens.At(TokenKind.Name) ? tokens.Text : default) switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => null,
        };
        if (kind is null && tokens.At(TokenKind.Name))
        {
            throw tokens.Unexpected();
        }

        tokens.Expect(TokenKind.Name);
        return kind!.Value;
    }

    private NamedTypeSyntax ReadTypeCondition()
    {
        tokens.ExpectKeyword("on");
        return Values.ReadNamedType();
    }

    private VariableDefinitionSyntax[] ReadVariables()
    {
        if (!tokens.Take(TokenKind.ParenOpen))
        {
            return [];
        }

        List<VariableDefinitionSyntax> variables = [];
        do
        {
            variables.Add(ReadVariable());
        }
        while (!tokens.Take(TokenKind.ParenClose));
        return [.. variables];
    }

    private VariableDefinitionSyntax ReadVariable()
    {
        var start = tokens.Current.Start;
        var description = Values.ReadDescription();
        var variable = Values.ReadVariable();
        tokens.Expect(TokenKind.Colon);
        return new VariableDefinitionSyntax
        {
            Start = start,
            Description = description,
            Variable = variable,
            Type = Values.ReadType(),
            Default = tokens.Take(TokenKind.EqualsSign) ? Values.ReadValue(constant: true) : null,
            Directives = Values.ReadDirectives(constant: true),
        };
    }

    private SelectionSetSyntax ReadSelectionSet()
    {
        var start = tokens.Current.Start;
        tokens.Enter();
        tokens.Expect(TokenKind.BraceOpen);
        List<SelectionSyntax> selections = [];
        do
        {
            selections.Add(tokens.At(TokenKind.Spread) ? ReadSpread() : ReadField());
        }
        while (!tokens.Take(TokenKind.BraceClose));
        tokens.Leave();
        return new SelectionSetSyntax { Start = start, Selections = [.. selections] };
    }

    private FieldSyntax ReadField()
    {
        var first = tokens.ExpectName();
        var aliased = tokens.Take(TokenKind.Colon);
        return new FieldSyntax
        {
            Start = first.Start,
            Alias = aliased ? first : null,
            Name = aliased ? tokens.ExpectName() : first,
            Arguments = Values.ReadArguments(constant: false),
            Directives = Values.ReadDirectives(constant: false),
            SelectionSet = tokens.At(TokenKind.BraceOpen) ? ReadSelectionSet() : null,
        };
    }

    private SelectionSyntax ReadSpread()
    {
        var start = tokens.Expect(TokenKind.Spread).Start;
        if (tokens.At(TokenKind.Name) && !tokens.AtKeyword("on"))
        {
            return new FragmentSpreadSyntax { Start = start, Name = tokens.ExpectName(), Directives = Values.ReadDirectives(constant: false) };
        }

        return new InlineFragmentSyntax
        {
            Start = start,
            TypeCondition = tokens.AtKeyword("on") ? ReadTypeCondition() : null,
            Directives = Values.ReadDirectives(constant: false),
            SelectionSet = ReadSelectionSet(),
        };
    }
}

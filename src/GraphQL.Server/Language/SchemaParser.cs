namespace GraphQL.Server.Language;

/// <summary>Reads definitions of a schema and their extensions.</summary>
internal readonly struct SchemaParser(TokenReader tokens)
{
    private ValueParser Values => new(tokens);

    /// <summary>Whether a definition begins with this word.</summary>
    public static bool IsKeyword(ReadOnlySpan<char> word)
        => word is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive";

    public TypeSystemSyntax ReadDefinition(StringSyntax? description, int start) => Read(description, start, extension: false);

    public TypeSystemSyntax ReadExtension(int start)
    {
        tokens.ExpectKeyword("extend");
        if (!tokens.At(TokenKind.Name) || !IsKeyword(tokens.Text) || tokens.AtKeyword("directive"))
        {
            throw tokens.Unexpected();
        }

        var extension = Read(null, start, extension: true);
        return AddsNothing(extension) ? throw tokens.Unexpected() : extension;
    }

    private static bool AddsNothing(TypeSystemSyntax extension) => extension.Directives.Length == 0 && extension switch
    {
        SchemaSyntax schema => schema.RootTypes.Length == 0,
        FieldsTypeSyntax type => type.Interfaces.Length == 0 && type.Fields.Length == 0,
        UnionTypeSyntax union => union.Members.Length == 0,
        EnumTypeSyntax type => type.Values.Length == 0,
        InputObjectTypeSyntax type => type.Fields.Length == 0,
        _ => true,
    };

    private TypeSystemSyntax Read(StringSyntax? description, int start, bool extension)
    {
        var keyword = tokens.Text.ToString();
        tokens.Advance();
        return keyword switch
        {
            "schema" => ReadSchema(description, start, extension),
            "scalar" => new ScalarTypeSyntax
            {
                Start = start,
                Description = description,
                IsExtension = extension,
                Name = tokens.ExpectName(),
                Directives = Values.ReadDirectives(constant: true),
            },
            "type" => new ObjectTypeSyntax
            {
                Start = start,
                Description = description,
                IsExtension = extension,
                Name = tokens.ExpectName(),
                Interfaces = ReadInterfaces(),
                Directives = Values.ReadDirectives(constant: true),
                Fields = ReadFields(),
            },
            "interface" => new InterfaceTypeSyntax
            {
                Start = start,
                Description = description,
                IsExtension = extension,
                Name = tokens.ExpectName(),
                Interfaces = ReadInterfaces(),
                Directives = Values.ReadDirectives(constant: true),
                Fields = ReadFields(),
            },
            "union" => new UnionTypeSyntax
            {
                Start = start,
                Description = description,
                IsExtension = extension,
                Name = tokens.ExpectName(),
                Directives = Values.ReadDirectives(constant: true),
                Members = tokens.Take(TokenKind.EqualsSign) ? tokens.Separated(TokenKind.Pipe, Values.ReadNamedType) : [],
            },
            "enum" => new EnumTypeSyntax
            {
                Start = start,
                Description = description,
                IsExtension = extension,
                Name = tokens.ExpectName(),
                Directives = Values.ReadDirectives(constant: true),
                Values = tokens.OptionalMany(TokenKind.BraceOpen, ReadEnumValue, TokenKind.BraceClose),
            },
            "input" => new InputObjectTypeSyntax
            {
                Start = start,
                Description = description,
                IsExtension = extension,
                Name = tokens.ExpectName(),
                Directives = Values.ReadDirectives(constant: true),
                Fields = tokens.OptionalMany(TokenKind.BraceOpen, ReadInputValue, TokenKind.BraceClose),
            },
            _ => ReadDirective(description, start),
        };
    }

    private SchemaSyntax ReadSchema(StringSyntax? description, int start, bool extension)
    {
        var directives = Values.ReadDirectives(constant: true);
        return new SchemaSyntax
        {
            Start = start,
            Description = description,
            IsExtension = extension,
            Directives = directives,
            RootTypes = extension
                ? tokens.OptionalMany(TokenKind.BraceOpen, ReadRootType, TokenKind.BraceClose)
                : tokens.Many(TokenKind.BraceOpen, ReadRootType, TokenKind.BraceClose),
        };
    }

    private RootTypeSyntax ReadRootType()
    {
        var start = tokens.Current.Start;
        var kind = ExecutableParser.ReadKind(tokens);
        tokens.Expect(TokenKind.Colon);
        return new RootTypeSyntax { Start = start, Operation = kind, Type = Values.ReadNamedType() };
    }

    private NamedTypeSyntax[] ReadInterfaces()
        => tokens.TakeKeyword("implements") ? tokens.Separated(TokenKind.Ampersand, Values.ReadNamedType) : [];

    private FieldDefinitionSyntax[] ReadFields() => tokens.OptionalMany(TokenKind.BraceOpen, ReadField, TokenKind.BraceClose);

    private FieldDefinitionSyntax ReadField()
    {
        var start = tokens.Current.Start;
        var description = Values.ReadDescription();
        var name = tokens.ExpectName();
        var arguments = ReadArguments();
        tokens.Expect(TokenKind.Colon);
        return new FieldDefinitionSyntax
        {
            Start = start,
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = Values.ReadType(),
            Directives = Values.ReadDirectives(constant: true),
        };
    }

    private InputValueSyntax[] ReadArguments() => tokens.OptionalMany(TokenKind.ParenOpen, ReadInputValue, TokenKind.ParenClose);

    private InputValueSyntax ReadInputValue()
    {
        var start = tokens.Current.Start;
        var description = Values.ReadDescription();
        var name = tokens.ExpectName();
        tokens.Expect(TokenKind.Colon);
        return new InputValueSyntax
        {
            Start = start,
            Description = description,
            Name = name,
            Type = Values.ReadType(),
            Default = tokens.Take(TokenKind.EqualsSign) ? Values.ReadValue(constant: true) : null,
            Directives = Values.ReadDirectives(constant: true),
        };
    }

    private EnumValueDefinitionSyntax ReadEnumValue()
    {
        var start = tokens.Current.Start;
        var description = Values.ReadDescription();
        if (tokens.AtKeyword("true") || tokens.AtKeyword("false") || tokens.AtKeyword("null"))
        {
            throw new SyntaxException(tokens.Current.Start, $"{tokens.Describe()} is reserved and cannot be used for an enum value.");
        }

        return new EnumValueDefinitionSyntax
        {
            Start = start,
            Description = description,
            Name = tokens.ExpectName(),
            Directives = Values.ReadDirectives(constant: true),
        };
    }

    private DirectiveDefinitionSyntax ReadDirective(StringSyntax? description, int start)
    {
        tokens.Expect(TokenKind.At);
        var name = tokens.ExpectName();
        var arguments = ReadArguments();
        var repeatable = tokens.TakeKeyword("repeatable");
        tokens.ExpectKeyword("on");
        return new DirectiveDefinitionSyntax
        {
            Start = start,
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = repeatable,
            Locations = tokens.Separated(TokenKind.Pipe, ReadLocation),
        };
    }

    private Name ReadLocation()
    {
        var unexpected = tokens.Unexpected();
        var name = tokens.ExpectName();
        return DirectiveLocations.IsKnown(name.Value) ? name : throw unexpected;
    }
}

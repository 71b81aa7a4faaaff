using System.Linq.Expressions;
using System.Text;
using FinancialFirewall.Domain.Payments;
using LinqExpression = System.Linq.Expressions.Expression;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Compiles conditions to expressions of type <see cref="Truth"/> over one frame.</summary>
internal sealed class ConditionCompiler
{
    private readonly CompilationContext context;
    private readonly ValueCompiler values;
    private readonly ScaledCompiler scaled;
    private readonly ParameterExpression held = LinqExpression.Variable(typeof(Truth), "held");

    public ConditionCompiler(CompilationContext context)
    {
        this.context = context;
        values = new(context, Frame, Compile);
        scaled = new(context, Frame, values);
    }

    /// <summary>The frame that the delegate takes.</summary>
    public ParameterExpression Frame { get; } = LinqExpression.Parameter(typeof(EvaluationFrame), "frame");

    /// <summary>Compiles a condition.</summary>
    public LinqExpression Compile(Expression condition) => condition switch
    {
        TruthLiteral literal => literal.Value ? Emit.True : Emit.False,
        AndExpression and => CompileJunction(and.Items, Truth.False, Truth.True),
        OrExpression or => CompileJunction(or.Items, Truth.True, Truth.False),
        NotExpression not => Emit.Call(typeof(KleeneLogic), nameof(KleeneLogic.Not), Compile(not.Operand)),
        ComparisonExpression comparison => CompileComparison(comparison.Left, comparison.Operator, comparison.Right),
        BetweenExpression between => CompileJunction(
            [new ComparisonExpression(ComparisonOperator.GreaterOrEqual, between.Operand, between.Low), new ComparisonExpression(ComparisonOperator.LessOrEqual, between.Operand, between.High)],
            Truth.False,
            Truth.True),
        InExpression membership => CompileIn(membership),
        MatchesExpression matches => CompileMatches(matches.Operand, Emit.Constant(TextPattern.Compile(matches.Pattern))),
        TextTestExpression test => CompileTest(test),
        ExistsExpression exists => CompileExists(exists.Operand),
        { Type: ValueType.Truth } => Emit.Call(typeof(WholeValue), nameof(WholeValue.ToTruth), values.Whole(condition)),
        _ => throw new ArgumentException($"{condition} is no condition.", nameof(condition)),
    };

    // The first decisive condition ends the evaluation; until then an unknown one is remembered. One flat block, however many conditions.
    private BlockExpression CompileJunction(IReadOnlyList<Expression> items, Truth decisive, Truth neutral)
    {
        var result = LinqExpression.Variable(typeof(Truth), "result");
        var end = LinqExpression.Label(typeof(void), "end");
        var steps = new List<LinqExpression> { LinqExpression.Assign(result, LinqExpression.Constant(neutral)) };
        foreach (var item in items)
        {
            steps.Add(LinqExpression.Assign(held, Compile(item)));
            steps.Add(LinqExpression.IfThen(
                LinqExpression.NotEqual(AsByte(held), AsByte(LinqExpression.Constant(neutral))),
                LinqExpression.Block(
                    LinqExpression.Assign(result, held),
                    LinqExpression.IfThen(
                        LinqExpression.Equal(AsByte(held), AsByte(LinqExpression.Constant(decisive))),
                        LinqExpression.Goto(end)))));
        }

        steps.Add(LinqExpression.Label(end));
        steps.Add(result);
        return LinqExpression.Block([result, held], steps);
    }

    private static UnaryExpression AsByte(LinqExpression truth) => LinqExpression.Convert(truth, typeof(byte));

    private LinqExpression CompileComparison(Expression left, ComparisonOperator comparison, Expression right)
    {
        if (left is NumberLiteral && right is not NumberLiteral)
        {
            (left, comparison, right) = (right, Mirror(comparison), left);
        }

        return left.Type switch
        {
            ValueType.Number when right is NumberLiteral constant && CompileScaled(left, comparison, constant.Value) is { } scaled => scaled,
            ValueType.Number => Emit.Call(
                typeof(NumberValue), nameof(NumberValue.Compare), values.Number(left), Emit.Constant(comparison), values.Number(right)),
            ValueType.Text => CompileTextComparison(left, comparison, right),
            _ when ValueCompiler.ConstantOf(right) is { } bound => Emit.Compare(values.Whole(left), new ScaledBound(comparison, bound)),
            _ => Emit.Call(typeof(WholeValue), nameof(WholeValue.Compare), values.Whole(left), Emit.Constant(comparison), values.Whole(right)),
        };
    }

    private static ComparisonOperator Mirror(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => comparison,
    };

    // Against a constant, what is kept in whole units needs no decimal arithmetic.
    private LinqExpression? CompileScaled(Expression left, ComparisonOperator comparison, decimal constant)
    {
        switch (left)
        {
            case MemberExpression { Member: PaymentMember.Amount, IsOriginalAmount: false }:
                var amount = LinqExpression.Property(Frame, nameof(EvaluationFrame.BaseAmountMinor));
                return LinqExpression.Condition(
                    LinqExpression.Property(Frame, nameof(EvaluationFrame.HasBaseAmount)),
                    Emit.Compare(amount, ScaledBound.Of(comparison, constant, context.BaseCurrencyDecimals)),
                    Emit.Call(typeof(FrameReading), nameof(FrameReading.MissingBaseAmount), Frame));
            case VariableExpression { Variable: PaymentVariable.RiskScore }:
                var score = LinqExpression.Property(LinqExpression.Property(Frame, nameof(EvaluationFrame.RiskScore)), nameof(Scoring.Score.TenThousandths));
                return Emit.Compare(LinqExpression.Convert(score, typeof(long)), ScaledBound.Of(comparison, constant, ScaledUnits.ScoreDecimals));
            default:
                var units = scaled.Read(left, out var decimals);
                var bound = ScaledBound.Of(comparison, constant, decimals);
                return units is null || bound.Units == ScaledCompiler.Saturated && !bound.IsSettled ? null : Emit.Compare(units, bound);
        }
    }

    private LinqExpression CompileTextComparison(Expression left, ComparisonOperator comparison, Expression right)
    {
        if (left is TextLiteral && right is not TextLiteral)
        {
            (left, right) = (right, left);
        }

        var isEqual = comparison == ComparisonOperator.Equal;
        if (PackedText(left) is not { } member)
        {
            return Emit.Call(
                typeof(TextValue), isEqual ? nameof(TextValue.AreEqual) : nameof(TextValue.Differ), values.Text(left), values.Text(right));
        }

        if (right is TextLiteral text)
        {
            var constant = Emit.Constant(Encoding.UTF8.GetBytes(text.Value));
            return WherePresent(isEqual ? nameof(TextReading.Equal) : nameof(TextReading.Differ), [member], constant);
        }

        return PackedText(right) is { } other
            ? WherePresent(isEqual ? nameof(TextReading.AreEqual) : nameof(TextReading.AreDifferent), [member, other])
            : Emit.Call(typeof(TextValue), isEqual ? nameof(TextValue.AreEqual) : nameof(TextValue.Differ), values.Text(left), values.Text(right));
    }

    private static PaymentMember? PackedText(Expression value)
        => value is MemberExpression member && ValueCompiler.IsPackedText(member.Member) ? member.Member : null;

    // Most conditions look at members that most payments do not have: that is found out without a call.
    private ConditionalExpression WherePresent(string test, PaymentMember[] members, params LinqExpression[] arguments)
    {
        var wanted = LinqExpression.Constant(members.Aggregate(0UL, static (bits, member) => bits | (1UL << (int)member)));
        var found = LinqExpression.And(LinqExpression.Property(Frame, nameof(EvaluationFrame.Presence)), wanted);
        var call = Emit.Call(typeof(TextReading), test, [Frame, .. members.Select(static member => Emit.Constant(member)), .. arguments]);
        return LinqExpression.Condition(LinqExpression.Equal(found, wanted), call, Emit.False);
    }

    private LinqExpression CompileMatches(Expression operand, LinqExpression pattern) => PackedText(operand) is { } member
        ? WherePresent(nameof(TextReading.Matches), [member], pattern)
        : Emit.Call(typeof(FrameReading), nameof(FrameReading.Matches), Frame, values.Text(operand), pattern);

    private LinqExpression CompileIn(InExpression membership)
    {
        if (membership.List is NamedListExpression named)
        {
            var list = Emit.Constant(context.ListOf(named.Name));
            return PackedText(membership.Operand) is { } member
                ? WherePresent(nameof(TextReading.IsIn), [member], list)
                : Emit.Call(typeof(FrameReading), nameof(FrameReading.IsIn), Frame, values.Text(membership.Operand), list);
        }

        var items = ((ListLiteral)membership.List).Items;
        switch (membership.Operand.Type)
        {
            case ValueType.Number:
                var numbers = items.Select(static item => ((NumberLiteral)item).Value).Order().ToArray();
                return Emit.Call(typeof(NumberValue), nameof(NumberValue.IsIn), values.Number(membership.Operand), Emit.Constant(numbers));
            case ValueType.Text:
                return CompileAmong(membership, items.Select(static item => ((TextLiteral)item).Value));
            default:
                var wholes = items.Select(static item => item is TimeLiteral time ? time.Value.UnixMicroseconds : ((DurationLiteral)item).Microseconds);
                return Emit.Call(typeof(WholeValue), nameof(WholeValue.IsIn), values.Whole(membership.Operand), Emit.Constant(wholes.Order().ToArray()));
        }
    }

    private LinqExpression CompileAmong(InExpression membership, IEnumerable<string> texts)
    {
        var operand = membership.Operand;
        if (operand is CalendarExpression { Function: CalendarFunction.Weekday } weekday)
        {
            var days = Emit.Constant(CalendarReading.DaysIn(new TextSet(texts)));
            return Emit.Call(typeof(CalendarReading), nameof(CalendarReading.IsOn), Frame, values.Whole(weekday.Operand), Emit.Constant(context.Shared(weekday.Zone)), days);
        }

        var set = membership.IsOverAddresses ? Emit.Constant(new AddressSet(texts)) : Emit.Constant(new TextSet(texts));
        return PackedText(operand) is { } member
            ? WherePresent(nameof(TextReading.IsAmong), [member], set)
            : Emit.Call(typeof(TextValue), nameof(TextValue.IsAmong), values.Text(operand), set);
    }

    private LinqExpression CompileTest(TextTestExpression test)
    {
        if (test is { Test: TextTest.ContainsIgnoreCase, Right: TextLiteral part } && PackedText(test.Left) is { } member)
        {
            return WherePresent(nameof(TextReading.ContainsIgnoreCase), [member], Emit.Constant(part.Value));
        }

        var left = values.Text(test.Left);
        return test.Test switch
        {
            TextTest.StartsWith => Emit.Call(typeof(TextValue), nameof(TextValue.StartsWith), left, values.Text(test.Right)),
            TextTest.Contains => Emit.Call(typeof(TextValue), nameof(TextValue.Contains), left, values.Text(test.Right)),
            _ => Emit.Call(
                typeof(FrameReading), nameof(FrameReading.ContainsIgnoreCase), Frame, left, Emit.Constant(((TextLiteral)test.Right).Value)),
        };
    }

    private LinqExpression CompileExists(Expression operand) => operand switch
    {
        MemberExpression member => Emit.Call(typeof(FrameReading), nameof(FrameReading.Has), Frame, Emit.Constant(member.Member)),
        AggregateExpression aggregate => Emit.Call(typeof(AggregateReading), nameof(AggregateReading.Has), Frame, values.Slot(aggregate)),
        VariableExpression { Type: ValueType.Duration } => Emit.Call(typeof(KleeneLogic), nameof(KleeneLogic.IsPresent), values.Whole(operand)),
        _ => Emit.True,
    };
}

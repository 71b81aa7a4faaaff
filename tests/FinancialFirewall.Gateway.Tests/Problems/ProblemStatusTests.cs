using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Tests.Problems;

public sealed class ProblemStatusTests
{
    [Theory]
    [InlineData(ErrorKind.Malformed, 400)]
    [InlineData(ErrorKind.TooLarge, 413)]
    [InlineData(ErrorKind.Unauthenticated, 401)]
    [InlineData(ErrorKind.Forbidden, 403)]
    [InlineData(ErrorKind.NotFound, 404)]
    [InlineData(ErrorKind.Invalid, 400)]
    [InlineData(ErrorKind.Conflict, 409)]
    [InlineData(ErrorKind.Pending, 202)]
    [InlineData(ErrorKind.Unavailable, 503)]
    public void Of_Kind_GivesItsStatus(ErrorKind kind, int expected) => Assert.Equal(expected, ProblemStatus.Of(kind));

    [Fact]
    public void Of_EveryKind_HasAStatus() => Assert.All(Enum.GetValues<ErrorKind>(), kind => Assert.InRange(ProblemStatus.Of(kind), 200, 599));

    [Fact]
    public void Leading_SeveralKinds_GivesTheFirstOfTheHighestPrecedence()
    {
        Error[] errors = [Of(ErrorKind.Conflict, "A"), Of(ErrorKind.Invalid, "B"), Of(ErrorKind.Invalid, "C")];

        Assert.Equal("B", ProblemStatus.Leading(errors).Code);
    }

    [Theory]
    [InlineData("", 413)]
    [InlineData("transactionReference", 400)]
    public void Of_TooLarge_TellsABodyFromAMember(string member, int expected)
        => Assert.Equal(expected, ProblemStatus.Of([new Error(ErrorKind.TooLarge, "X", member, "", "")]));

    private static Error Of(ErrorKind kind, string code) => new(kind, code, "", "", "");
}

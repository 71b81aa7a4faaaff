using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Grains.Samples;

namespace FinancialFirewall.Architecture.Tests.Grains;

/// <summary>Grains and messages are such that they could run on Orleans itself.</summary>
public sealed class GrainTests
{
    private const string Sample = "FinancialFirewall.Architecture.Tests.Grains.Samples";

    private static readonly GrainRules Ours = new(
        [.. OurAssemblies.Loaded.Except([OurAssemblies.Of("Orleans.Embedded")]).SelectMany(assembly => assembly.GetTypes())]);

    private static readonly GrainRules Samples = new([typeof(INumberedGrain), typeof(IQuietGrain), typeof(OpenGrain), typeof(LooseMessage), typeof(TwiceMessage)]);

    [Fact]
    public void Grains_AreFound()
    {
        Assert.Contains(Ours.Interfaces, type => type.Name is "ITransactionGrain");
        Assert.Contains(Ours.Classes, type => type.Name is "TransactionGrain");
        Assert.Contains(Ours.Messages, type => type.Name is "PaymentBatch");
    }

    [Fact]
    public void Aliases_OfInterfacesMethodsAndMessages_AreThereAndTheirOwn() => Findings.None(Ours.Aliases());

    [Fact]
    public void Keys_OfGrains_AreTexts() => Findings.None(Ours.Keys());

    [Fact]
    public void GrainMethods_All_ReturnTaskOrValueTask() => Findings.None(Ours.Results());

    [Fact]
    public void GrainClasses_All_AreSealed() => Findings.None(Ours.OpenClasses());

    [Fact]
    public void Messages_All_CannotBeChangedOnceMade() => Findings.None(Ours.MutableMessages());

    [Fact]
    public void Messages_All_NumberEveryMemberThatIsKeptOnce() => Findings.None(Ours.Numbers());

    [Fact]
    public void Aliases_ThatAreMissingOrNotTheirOwn_AreNamed()
        => Assert.Equal(
            [
                $"{Sample}.IQuietGrain has no alias",
                $"{Sample}.LooseMessage has no alias",
                $"{Sample}.INumberedGrain.Ask has no alias",
                "sample.Twice stands 2 times",
                $"{Sample}.INumberedGrain.Same stands 2 times",
            ],
            Samples.Aliases());

    [Fact]
    public void Keys_ThatAreNumbers_AreNamed() => Assert.Equal([$"{Sample}.INumberedGrain has no text as its key"], Samples.Keys());

    [Fact]
    public void Results_ThatCannotBeAwaited_AreNamed() => Assert.Equal([$"{Sample}.INumberedGrain.Ask returns no task"], Samples.Results());

    [Fact]
    public void OpenClasses_GrainThatIsNotSealed_IsNamed() => Assert.Equal([$"{Sample}.OpenGrain is not sealed"], Samples.OpenClasses());

    [Fact]
    public void MutableMessages_ThatAreOpenOrChange_AreNamed()
        => Assert.Equal(
            [
                $"{Sample}.LooseMessage is not sealed",
                $"{Sample}.LooseMessage does not say that it is immutable",
                $"{Sample}.LooseMessage.Field can change",
                $"{Sample}.LooseMessage.Settable can change",
            ],
            Samples.MutableMessages());

    [Fact]
    public void Numbers_ThatAreMissingOrGivenTwice_AreNamed()
        => Assert.Equal(
            [$"{Sample}.LooseMessage.Field has no number", $"{Sample}.LooseMessage.<Settable>k__BackingField has no number", $"{Sample}.TwiceMessage #3 stands 2 times"],
            Samples.Numbers());
}

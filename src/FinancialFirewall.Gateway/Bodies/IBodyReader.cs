using System.Buffers;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>
/// Cuts an input of any format into payments, each as one JSON object, and knows where each of them stands. It never waits: it is fed with what
/// has arrived, and asked until nothing whole is left. One instance serves one input.
/// </summary>
internal interface IBodyReader
{
    /// <summary>
    /// What was taken last: the JSON of a payment, for a payment reader to judge; where it was refused, what stands in its place, as far as it is kept.
    /// Stays as it is until the next call.
    /// </summary>
    ReadOnlyMemory<byte> Body { get; }

    /// <summary>Where what was taken last begins.</summary>
    BodyPlace Place { get; }

    /// <summary>The line on which whatever is taken next begins.</summary>
    long NextLine { get; }

    /// <summary>Why what was taken last is no payment; at least one reason where it is none.</summary>
    IReadOnlyList<Error> Errors { get; }

    /// <summary>Whether something of a payment arrived, and its end did not.</summary>
    bool IsInside { get; }

    /// <summary>Takes in what arrived, all of it. To be called only when nothing whole is left.</summary>
    void Feed(in ReadOnlySequence<byte> arrived);

    /// <summary>Says that nothing more will arrive.</summary>
    void Complete();

    /// <summary>Takes the next payment.</summary>
    BodyOutcome TryTake();

    /// <summary>
    /// Where a member of a payment stands, as people look it up in this format: a JSON pointer, a column, an XPath; empty where the line says it all.
    /// Members are only known of the payment taken last. Safe from another thread while no member is named.
    /// </summary>
    /// <param name="place">The payment.</param>
    /// <param name="member">The member's name; empty for the payment as a whole.</param>
    string Describe(in BodyPlace place, string member);
}

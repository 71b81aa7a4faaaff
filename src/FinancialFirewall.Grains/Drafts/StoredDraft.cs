using System.Globalization;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>What is kept of a draft.</summary>
internal sealed record StoredDraft
{
    /// <summary>Identifies it in its tenant.</summary>
    public Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Why it is made.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The version that it was made from; publishing it replaces that version and no other.</summary>
    public int BaseVersion { get; init; }

    /// <summary>1 when it was created, one more for each change.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>How far it is.</summary>
    public DraftStatus Status { get; init; } = DraftStatus.Open;

    /// <summary>The policy file's canonical JSON, UTF-8.</summary>
    public byte[] Document { get; init; } = [];

    /// <summary>When it was created, in microseconds since the Unix epoch.</summary>
    public long CreatedMicroseconds { get; init; }

    /// <summary>When it was changed last, in microseconds since the Unix epoch.</summary>
    public long ChangedMicroseconds { get; init; }

    /// <summary>Who had a hand in it, each once, who created it first.</summary>
    public IReadOnlyList<StoredActor> Authors { get; init; } = [];

    /// <summary>Who rejected it last; null where nobody has.</summary>
    public StoredActor? Rejecter { get; init; }

    /// <summary>Why it was rejected; empty where it was not.</summary>
    public string Rejection { get; init; } = "";

    /// <summary>What identifies its contents: the version that it was made from and its revision.</summary>
    public string Tag() => string.Create(CultureInfo.InvariantCulture, $"{BaseVersion}.{Revision}");

    /// <summary>The draft as it is told.</summary>
    public PolicyDraft Describe() => new(Id, Name, Comment, BaseVersion, Status, Tag(), Document)
    {
        CreatedAt = new Instant(CreatedMicroseconds),
        ChangedAt = new Instant(ChangedMicroseconds),
        Authors = [.. Authors.Select(static author => author.Describe())],
        Rejecter = Rejecter?.Describe(),
        Rejection = Rejection,
    };
}

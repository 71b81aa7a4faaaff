namespace FinancialFirewall.Storage.Replication;

/// <summary>The way to the other site: bytes there and bytes back, of which both sides know that the other one wrote them.</summary>
public interface ISiteLink
{
    /// <summary>Asks the other site.</summary>
    /// <param name="question">A <see cref="SiteQuestion"/> as bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A <see cref="SiteReply"/> as bytes.</returns>
    /// <exception cref="IOException">It cannot be reached, or who answers is not the other site. Whether it heard the question is unknown.</exception>
    ValueTask<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> question, CancellationToken cancellationToken);
}

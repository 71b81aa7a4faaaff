using System.Collections.Concurrent;

namespace FinancialFirewall.Storage.Disks;

/// <summary>Memory for <see cref="DirectAccess"/> that is used again: what a processor has used lately is near, and new memory is dear.</summary>
internal sealed class DirectRooms
{
    /// <summary>The length of a room, in bytes.</summary>
    public const int RoomBytes = (1024 * 1024) + DirectAccess.Alignment;

    /// <summary>How many that nobody uses are kept.</summary>
    private const int MaximumSpare = 8;

    private readonly ConcurrentStack<Memory<byte>> spare = new();

    /// <summary>Takes a room, with any bytes in it.</summary>
    public Memory<byte> Take() => spare.TryPop(out var room) ? room : DirectAccess.Allocate(RoomBytes);

    /// <summary>Gives a room back that nobody looks at any more.</summary>
    public void Return(Memory<byte> room)
    {
        if (spare.Count < MaximumSpare)
        {
            spare.Push(room);
        }
    }
}

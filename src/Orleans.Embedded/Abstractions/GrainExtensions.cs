using System.Globalization;
using Orleans.Runtime;

namespace Orleans;

/// <summary>What every grain and every reference can be asked.</summary>
public static class GrainExtensions
{
    /// <summary>The identity of a grain or of what a reference names.</summary>
    /// <exception cref="ArgumentException"><paramref name="grain"/> is neither, or was made outside the runtime.</exception>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase { GrainContext: not null } instance => instance.GrainContext.GrainId,
        _ => throw new ArgumentException($"A {grain?.GetType().Name ?? "null"} is neither a grain of this runtime nor a reference to one.", nameof(grain)),
    };

    /// <summary>The text key.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <summary>The <see cref="Guid"/> key.</summary>
    /// <exception cref="FormatException">The key is no <see cref="Guid"/>.</exception>
    public static Guid GetPrimaryKey(this IAddressable grain) => Guid.ParseExact(grain.GetPrimaryKeyString(), "N");

    /// <summary>The <see cref="long"/> key.</summary>
    /// <exception cref="FormatException">The key is no number.</exception>
    public static long GetPrimaryKeyLong(this IAddressable grain)
        => long.Parse(grain.GetPrimaryKeyString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>A reference of <typeparamref name="TGrainInterface"/> to a grain, or to what another reference names.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
        where TGrainInterface : IAddressable => grain switch
    {
        GrainReference reference => reference.Interface.Silo.GrainFactory.GetGrain<TGrainInterface>(reference.GrainId),
        IGrainBase { GrainContext: Activation activation } => activation.Silo.GrainFactory.GetGrain<TGrainInterface>(activation.GrainId),
        _ => throw new ArgumentException($"A {grain?.GetType().Name ?? "null"} is neither a grain of this runtime nor a reference to one.", nameof(grain)),
    };

    /// <summary>The same as <see cref="AsReference"/>.</summary>
    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain)
        where TGrainInterface : IAddressable => grain.AsReference<TGrainInterface>();
}

using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Unpacking;

/// <summary>Why a packed input is not read on.</summary>
internal static class UnpackingErrors
{
    public static Error Broken(Packing packing) => new(
        ErrorKind.Malformed, "PACKING_BROKEN", "", "", $"The input is no {Name(packing)}, or it is damaged or cut off: what follows cannot be read.");

    public static Error TooDense(int ratio) => new(
        ErrorKind.TooLarge,
        "UNPACKED_RATIO",
        "",
        "",
        string.Create(CultureInfo.InvariantCulture, $"The input unpacks to more than {ratio:N0} times its bytes, the most that is read: send it unpacked."));

    public static Error TooLarge(long maximum) => new(
        ErrorKind.TooLarge,
        "UNPACKED_TOO_LARGE",
        "",
        "",
        string.Create(CultureInfo.InvariantCulture, $"The input unpacks to more than {maximum:N0} bytes, the most that is read: send it in parts."));

    private static string Name(Packing packing) => packing == Packing.Gzip ? "gzip" : "Brotli";
}

namespace FinancialFirewall.Architecture.Tests.Types.Samples;

/// <summary>Breaks every rule for types: it is open, public without need, keeps static state, and has a method that nobody can wait for.</summary>
public class Unsealed
{
    private static int count;

    public static int Latest { get; set; }

    public static int Count => count;

    public static async void Forget()
    {
        await Task.Yield();
        count++;
    }
}

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>A test in a browser, which is left out with a reason where Node.js or Chromium is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserProgram.Missing;
}

using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Keys;

/// <summary>The options of a command that say where the master key of its data directory is kept.</summary>
internal sealed class MasterKeyOptions
{
    private const string DefaultSuffix = ".master.key";

    private readonly Option<FileInfo?> file = new("--master-key")
    {
        Description = $"The file of the key that opens the data. Default: {EnvironmentMasterKey.Variable}, then DIR{DefaultSuffix} beside the data directory.",
        HelpName = "FILE",
    };

    private readonly Option<string?> vault = new("--key-vault")
    {
        Description = "The secret in Azure Key Vault that is the key: https://VAULT.vault.azure.net/secrets/NAME.",
        HelpName = "URI",
    };

    /// <summary>The file that is used where nothing else is named: beside the data directory and not in it, so that who copies the data has no key.</summary>
    public static string DefaultFile(string dataDirectory) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory)) + DefaultSuffix;

    /// <summary>Gives a command the options.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(vault);
        return command;
    }

    /// <summary>Where the key is kept, by what was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="dataDirectory">The data directory.</param>
    /// <exception cref="CommandFailedException">Two places are named, or one that is none.</exception>
    public IMasterKeySource Find(ParseResult parsed, string dataDirectory) => (parsed.GetValue(file), parsed.GetValue(vault)) switch
    {
        (not null, not null) => throw new CommandFailedException(ExitCode.Usage, "Name either --master-key or --key-vault."),
        ({ } named, null) => new MasterKeyFile(named.FullName),
        (null, { } secret) => KeyVaultSecretAddress.TryParse(secret, out var address)
            ? new KeyVaultMasterKey(address)
            : throw new CommandFailedException(ExitCode.Usage, $"--key-vault '{secret}' is not a secret's address: https://VAULT.vault.azure.net/secrets/NAME is expected."),
        (null, null) => EnvironmentMasterKey.IsSet ? new EnvironmentMasterKey() : new MasterKeyFile(DefaultFile(dataDirectory), isMadeForNewDirectories: true),
    };
}

using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK2: secrets, privileges and trust.</summary>
internal static class SecurityRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new ImageRunsAsRoot(),
        new DownloadRunAsProgram(),
        new CertificateCheckOffByFlag(),
        new CertificateCheckOffByVariable(),
        new UnsignedPackagesAllowed(),
        new WorldWritableFiles(),
        new SshPortExposed(),
        new DockerSocketUsed(),
        new SecretFileCopied(),
        new CredentialInCommand(),
        new SecretInFile(),
        new SetuidBitSet(),
        new PasswordlessSudo(),
        new PlainHttpDownload(),
        new UncheckedDownload(),
        new InsecureRun(),
        new PasswordInFile(),
        new BuildArgumentAsSecret(),
        new EndOfLifeBase(),
        new CredentialsInUrl(),
    ];
}

using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Where a file installs the certificates of the usual authorities.</summary>
internal sealed class InstalledCertificates : IFact<InstalledCertificates>
{
    /// <summary>The package that has them.</summary>
    internal const string Package = "ca-certificates";

    private readonly FirstPlaces _places;

    private InstalledCertificates(BuildModel model) =>
        _places = new FirstPlaces(model, run => model.InvocationsOf(run).Any(use => Installs(use.Invocation)));

    /// <inheritdoc/>
    public static InstalledCertificates Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a step before the one of a command has installed them, or the step itself in another command.</summary>
    internal bool UpTo(InvocationUse use) => _places.UpTo(use);

    private static bool Installs(Invocation command) => command.PackagesOf(PackageKind.System).Any(package => package.Name == Package);
}

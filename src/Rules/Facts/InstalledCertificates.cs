using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Where a file installs the certificates of the usual authorities.</summary>
internal sealed class InstalledCertificates : IFact<InstalledCertificates>
{
    private readonly FirstPlaces _places;

    private InstalledCertificates(BuildModel model) => _places = new FirstPlaces(model, script => script.Programs.Any(Installs));

    /// <inheritdoc/>
    public static InstalledCertificates Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a step before the one of a program has installed them, or the step itself in another command.</summary>
    internal bool UpTo(ProgramUse use) => _places.UpTo(use.Script);

    private static bool Installs(ProgramUse use) => use.Name is "apt-get" or "apt" or "aptitude" && Tools.Apt.Read(use).Does("install")
        && use.Arguments.Any(argument => argument.Value is { } package && Recommendations.NameOf(package) == "ca-certificates");
}

using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Which wget a command finds: that of BusyBox, unless a package brought the other.</summary>
internal sealed class WgetOrigin : IFact<WgetOrigin>
{
    private readonly FirstPlaces _installed;
    private readonly FirstPlaces _otherManagers;

    private WgetOrigin(BuildModel model)
    {
        _installed = new FirstPlaces(model, run => model.InvocationsOf(run).Any(use => use.Invocation is { Tool: { } tool } command
            && tool == AlpineTools.Apk && command.PackagesOf(PackageKind.System).Any(package => package.Name == FetchTools.Wget.Name)));
        _otherManagers = new FirstPlaces(model, run => model.InvocationsOf(run).Any(use => use.Invocation.Tool is { } tool
            && (tool == AptTools.Apt || tool == RpmTools.Dnf || tool == RpmTools.Zypper)));
    }

    /// <inheritdoc/>
    public static WgetOrigin Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether apk installed GNU wget up to the RUN of a command.</summary>
    internal bool IsInstalledByApk(InvocationUse use) => _installed.UpTo(use);

    /// <summary>Whether a package manager of distributions that have GNU wget was used up to the RUN of a command.</summary>
    internal bool IsOtherDistribution(InvocationUse use) => _otherManagers.UpTo(use);
}

using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Which wget a script finds: that of BusyBox, unless a package brought the other.</summary>
internal sealed class WgetOrigin : IFact<WgetOrigin>
{
    private readonly FirstPlaces _installed;
    private readonly FirstPlaces _otherManagers;

    private WgetOrigin(BuildModel model)
    {
        _installed = new FirstPlaces(model, script => script.Named("apk").Any(apk => apk.Has("wget")));
        _otherManagers = new FirstPlaces(model, script => script.Named("apt-get", "apt", "yum", "dnf", "microdnf", "zypper").Any());
    }

    /// <inheritdoc/>
    public static WgetOrigin Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether apk installed GNU wget up to the script.</summary>
    internal bool IsInstalledByApk(ScriptUse script) => _installed.UpTo(script);

    /// <summary>Whether a package manager of distributions that have GNU wget was used up to the script.</summary>
    internal bool IsOtherDistribution(ScriptUse script) => _otherManagers.UpTo(script);
}

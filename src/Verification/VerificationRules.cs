using Dockerlint.Linting;

namespace Dockerlint.Verification;

/// <summary>What the backend can find. These rules look at a build or a container and never run in a plain lint.</summary>
public static partial class VerificationRules
{
    internal const string BuildFails = "DK9001";
    internal const string StepNotReused = "DK9002";
    internal const string PredictionWrong = "DK9003";
    internal const string NothingCompared = "DK9004";
    internal const string NotReproducible = "DK9101";
    internal const string ContainerEnds = "DK9201";
    internal const string RunsAsRoot = "DK9202";
    internal const string Unhealthy = "DK9203";
    internal const string PortNotListened = "DK9204";
    internal const string PortNotExposed = "DK9205";
    internal const string StopSignalIgnored = "DK9206";
    internal const string CommandMissing = "DK9207";
    internal const string DirectoryUnusable = "DK9208";
    internal const string VolumeUnusable = "DK9209";
    internal const string HardeningNotBorne = "DK9210";
    internal const string NotReady = "DK9211";
    internal const string ImageTooLarge = "DK9301";
    internal const string BytesWasted = "DK9302";
    internal const string SetUserIdFile = "DK9303";
    internal const string WorldWritable = "DK9304";
    internal const string PrivateKey = "DK9305";
    internal const string EnvironmentFile = "DK9306";
    internal const string PackageCache = "DK9307";
    internal const string SecretInHistory = "DK9308";
    internal const string BuildTools = "DK9309";
    internal const string GrewTooMuch = "DK9310";
    internal const string ExpectationBroken = "DK9401";
    internal const string NotChecked = "DK9901";

    /// <summary>All of them in the order of their ids. It is a list made anew, so that nothing else pays for it.</summary>
    public static IReadOnlyList<RuleInfo> Create() =>
        [.. BuildRules().Concat(RunRules()).Concat(ContentRules()).Concat(OtherRules()).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static RuleInfo Of(
        string id, string name, Category category, Severity severity, string summary, string why, string bad, string good) =>
        new(id, name, category, severity)
        {
            Since = "0.1",
            Doc = new RuleDoc(
                summary + " Found by `dockerlint verify`, which builds and runs the image.", why, [new RuleExample(bad, good)]),
        };
}

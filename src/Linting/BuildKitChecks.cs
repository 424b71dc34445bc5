namespace Dockerlint.Linting;

/// <summary>The names of BuildKit's checks: what <c>all</c> means in a check directive.</summary>
public static class BuildKitChecks
{
    private static readonly HashSet<string> s_names = new(
    [
        "ConsistentInstructionCasing", "CopyIgnoredFile", "DuplicateStageName", "ExposeInvalidFormat", "ExposeProtoCasing", "FromAsCasing",
        "FromPlatformFlagConstDisallowed", "InvalidBaseImagePlatform", "InvalidDefaultArgInFrom", "InvalidDefinitionDescription",
        "JSONArgsRecommended", "LegacyKeyValueFormat", "MaintainerDeprecated", "MultipleInstructionsDisallowed", "NoEmptyContinuation",
        "RedundantTargetPlatform", "ReservedStageName", "SecretsUsedInArgOrEnv", "StageNameCasing", "UndefinedArgInFrom", "UndefinedVar",
        "WorkdirRelativePath",
    ], StringComparer.Ordinal);

    // Found before comments are looked at: BuildKit keeps to the directive at the top there.
    private static readonly HashSet<string> s_wholeFile = new(
    [
        "ConsistentInstructionCasing", "DuplicateStageName", "InvalidBaseImagePlatform", "InvalidDefaultArgInFrom", "NoEmptyContinuation",
        "ReservedStageName",
    ], StringComparer.Ordinal);

    /// <summary>All names; they are case-sensitive.</summary>
    public static IReadOnlySet<string> Names => s_names;

    /// <summary>Whether a name is one of a check.</summary>
    public static bool Contains(string name) => s_names.Contains(name);

    /// <summary>Whether BuildKit looks at comments above single instructions for this check.</summary>
    public static bool HeedsComments(string name) => !s_wholeFile.Contains(name);
}

namespace Dockerlint.Rules;

/// <summary>Names of values that differ from build to build: commits, dates and build numbers.</summary>
internal static class VolatileName
{
    private static readonly string[] s_names =
    [
        "GIT_SHA", "GIT_COMMIT", "GIT_HASH", "GIT_REV", "GIT_REVISION", "GIT_REF", "GIT_DESCRIBE", "GITHUB_SHA", "GITHUB_RUN_ID",
        "GITHUB_RUN_NUMBER", "COMMIT", "COMMIT_SHA", "COMMIT_HASH", "COMMIT_ID", "SOURCE_COMMIT",
        "CI_COMMIT_SHA", "CI_COMMIT_SHORT_SHA", "CI_PIPELINE_ID", "CI_JOB_ID", "VCS_REF", "VCS_REVISION", "REVISION", "BUILD_DATE",
        "BUILD_TIME", "BUILD_TIMESTAMP", "BUILD_NUMBER", "BUILD_ID", "BUILD_SHA",
        "BUILD_COMMIT", "BUILD_VERSION", "BUILD_TAG", "RELEASE_VERSION", "IMAGE_VERSION", "GIT_TAG", "GIT_BRANCH", "GIT_VERSION",
        "GIT_COMMIT_SHA", "GIT_COMMIT_HASH", "CI_COMMIT_TAG", "CI_COMMIT_REF_NAME", "VCS_BRANCH", "GITHUB_REF", "BUILD_REVISION",
        "BUILDDATE", "BUILDTIME", "TIMESTAMP", "APP_VERSION", "RELEASE_SHA", "SHORT_SHA",
    ];

    /// <summary>Whether a variable of that name is likely to have another value in every build.</summary>
    internal static bool Is(string name) => s_names.Contains(name.ToUpperInvariant());
}

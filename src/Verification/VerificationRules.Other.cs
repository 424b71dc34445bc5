using Dockerlint.Linting;

namespace Dockerlint.Verification;

// What a project itself expects, and what could not be seen.
public static partial class VerificationRules
{
    private static RuleInfo[] OtherRules() =>
    [
        Of(ExpectationBroken, "expectation-broken", Category.Correctness, Severity.Error,
            "The image is not as the configuration (`verify.expect`) or a structure test expects it.",
            "Files, commands and metadata that users of an image rely on are a promise, too, and only its owner knows them.",
            "FROM busybox:1.37\nRUN touch /app\n", "FROM busybox:1.37\nRUN touch /app && chmod 755 /app\n"),
        Of(NotChecked, "promise-not-checked", Category.Correctness, Severity.Info,
            "A promise of the image could not be checked.",
            "What nobody looked at is neither kept nor broken. The finding says why, and often which option helps.",
            "FROM busybox:1.37\nCMD [\"true\"]\n", "FROM busybox:1.37\nCMD [\"sleep\", \"1000\"]\n"),
    ];
}

using Dockerlint.Linting;

namespace Dockerlint.Verification;

// What a build shows.
public static partial class VerificationRules
{
    private static RuleInfo[] BuildRules() =>
    [
        Of(BuildFails, "build-fails", Category.Correctness, Severity.Error,
            "The engine cannot build the image.",
            "Nothing else about the file matters before it builds. The finding stands at the step that fails and brings the last lines "
            + "of its log.",
            "FROM busybox:1.37\nRUN exit 3\n", "FROM busybox:1.37\nRUN true\n"),
        Of(StepNotReused, "step-not-reused", Category.Cache, Severity.Warning,
            "A step is done again although nothing has changed since the build before.",
            "A step that the builder cannot find again costs its time in every build, and so do all steps behind it.",
            "FROM scratch\nADD https://example.org/changing /\n", "FROM scratch\nCOPY fixed /\n"),
        Of(PredictionWrong, "cache-prediction-wrong", Category.Cache, Severity.Warning,
            "The engine reuses or rebuilds a step other than `dockerlint cache diff` says.",
            "Whoever orders instructions by predictions has to know where they fail. It is a defect of Dockerlint, or a step that "
            + "depends on something outside the build; a report is welcome.",
            "FROM scratch\nADD https://example.org/changing /\n", "FROM scratch\nCOPY fixed /\n"),
        Of(NothingCompared, "nothing-compared", Category.Cache, Severity.Warning,
            "A scenario was asked for, and no step of it could be compared with the prediction.",
            "A comparison of nothing is no agreement: the file may not be in the context, or the engine does not tell what it does.",
            "FROM scratch\nCOPY other /\n", "FROM scratch\nCOPY changed /\n"),
        Of(NotReproducible, "output-not-reproducible", Category.Reproducibility, Severity.Warning,
            "Two builds without cache give other files at this step.",
            "An image that comes out otherwise each time cannot be checked against its source, and every rebuild ships anew to every "
                + "machine. "
            + "Times of files are not counted.",
            "FROM busybox:1.37\nRUN date > /built\n", "FROM busybox:1.37\nRUN echo 1.0 > /version\n"),
    ];
}

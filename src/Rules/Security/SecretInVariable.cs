using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's SecretsUsedInArgOrEnv; DL3064 says the same, with more care, in the other profiles.</summary>
internal sealed class SecretInVariable : Rule
{
    private static readonly string[] s_secret =
        ["apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token"];

    private static readonly string[] s_other = ["public", "file", "version"];

    public override RuleInfo Info { get; } = new("SecretsUsedInArgOrEnv", "secret-in-variable", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Hint,
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Doc = new(
            "An ARG or ENV has a name that sounds like a secret.",
            """
            Values of both can be read from the image or its history; a secret mount leaves nothing behind. A part of the name between
            underscores has to be one of ten words, and none may be public, file or version. The default profile reports this as DL3064,
            with fewer false alarms.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG API_KEY
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG PUBLIC_KEY
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENV DB_PASSWORD=x
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN --mount=type=secret,id=db,env=DB_PASSWORD true
                    """),
            ])
        {
            Remedy = """
                Write `RUN --mount=type=secret,id=db,env=DB_PASSWORD` for the build, and pass the value with `docker run --env-file` to
                the container. If it is no secret, rename it, for example to `PUBLIC_KEY`, or ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var step in context.Get<EngineBuild>().Stages.SelectMany(stage => stage.Steps))
        {
            foreach (var (name, span) in Names(step))
            {
                var parts = name.Split('_');
                if (parts.Any(IsSecret) && !parts.Any(IsOther))
                {
                    context.ReportAt(step.Place.Span, span, $"{step.Instruction.Name} {name} looks like a secret, which the image would "
                        + "keep");
                }
            }
        }
    });

    private static bool IsOther(string part) => s_other.Contains(part, StringComparer.OrdinalIgnoreCase);

    private static bool IsSecret(string part) => s_secret.Contains(part, StringComparer.OrdinalIgnoreCase);

    // The names of ENV are expanded, those of ARG are not.
    private static IEnumerable<(string Name, TextSpan Span)> Names(EngineStep step) => step.Instruction switch
    {
        ArgInstruction arg => arg.Pairs.Select(pair => (pair.Key.RawText, pair.Key.Span)),
        EnvInstruction env => env.Pairs.Select(pair => (WordExpander.Expand(pair.Key, step.Scope.Lookup) ?? "", pair.Key.Span)),
        _ => [],
    };
}

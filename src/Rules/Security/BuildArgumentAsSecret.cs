using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class BuildArgumentAsSecret : Rule
{
    private static readonly string[] s_words = ["TOKEN", "PASSWORD", "PASSWD", "SECRET", "APIKEY", "CREDENTIALS", "PASSPHRASE"];

    public override RuleInfo Info { get; } = new("DK2018", "build-argument-as-secret", Category.Security, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "A RUN uses a build argument whose name says that it is a secret.",
            """
            The values of build arguments are kept in the history of the image. RUN --mount=type=secret,id=..,env=.. gives the command
            the same variable and keeps nothing. Off by default, since the declaration itself is reported as SecretsUsedInArgOrEnv.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    ARG NPM_TOKEN
                    RUN echo "//r.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci
                    """,
                    Good: """
                    FROM node:22
                    RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm ci
                    """),
                new(
                    Bad: """
                    FROM node:22
                    ARG PASSWORD
                    RUN ["sh", "-c", "x $PASSWORD"]
                    RUN x ${PASSWORD}
                    """,
                    Good: """
                    FROM node:22
                    ARG TOKEN_FILE
                    RUN x $TOKEN_FILE
                    """),
            ])
        {
            Remedy = """
                Delete the `ARG`, write `RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN`, and build with `docker build --secret
                id=NPM_TOKEN,env=NPM_TOKEN`. Before Dockerfile syntax 1.10, read the file `/run/secrets/NPM_TOKEN` instead.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Script(Check);
        on.InnerScript(Check);
    }

    private static void Check(ScriptUse script, RuleContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var expansion in script.Nodes.OfType<ParameterExpansion>())
        {
            if (script.Before.Variables.Find(expansion.Name) is { Kind: VariableKind.Arg } && IsSecret(expansion.Name)
                && seen.Add(expansion.Name))
            {
                context.Report(script.Text.ToSource(expansion.Span),
                    $"build argument {expansion.Name} is used as a secret: a secret mount keeps nothing in the image");
            }
        }
    }

    private static bool IsSecret(string name) =>
        s_words.Contains(name.ToUpperInvariant().Split('_')[^1]) || name.ToUpperInvariant().EndsWith("API_KEY", StringComparison.Ordinal);
}

using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DK2018.</summary>
public sealed class BuildArgumentAsSecret : Rule
{
    private static readonly string[] s_words = ["TOKEN", "PASSWORD", "PASSWD", "SECRET", "APIKEY", "CREDENTIALS", "PASSPHRASE"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2018", "build-argument-as-secret", Category.Security, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new("A RUN uses a build argument whose name says that it is a secret.",
            "The values of build arguments are kept in the history of the image. RUN --mount=type=secret,id=..,env=.. gives the command the same variable and keeps nothing. Off by default, since the declaration itself is reported as SecretsUsedInArgOrEnv.",
            [new("FROM node:22\nARG NPM_TOKEN\nRUN echo \"//r.example.com/:_authToken=$NPM_TOKEN\" > .npmrc && npm ci\n", "FROM node:22\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm ci\n"),
             new("FROM node:22\nARG PASSWORD\nRUN [\"sh\", \"-c\", \"x $PASSWORD\"]\nRUN x ${PASSWORD}\n", "FROM node:22\nARG TOKEN_FILE\nRUN x $TOKEN_FILE\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var expansion in script.Nodes.OfType<ParameterExpansion>())
        {
            if (script.Before.Variables.Find(expansion.Name) is { Kind: VariableKind.Arg } && IsSecret(expansion.Name) && seen.Add(expansion.Name))
            {
                context.Report(script.Text.ToSource(expansion.Span), $"build argument {expansion.Name} is used as a secret: a secret mount keeps nothing in the image");
            }
        }
    });

    private static bool IsSecret(string name) => s_words.Contains(name.ToUpperInvariant().Split('_')[^1]) || name.ToUpperInvariant().EndsWith("API_KEY", StringComparison.Ordinal);
}

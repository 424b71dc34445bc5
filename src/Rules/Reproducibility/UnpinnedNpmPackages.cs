using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnpinnedNpmPackages : Rule
{
    private static readonly string[] s_archives = [".tar", ".tar.gz", ".tgz"];

    public override RuleInfo Info { get; } = new("DL3016", "unpinned-npm-packages", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "npm, yarn, pnpm or bun installs packages without versions.",
            """
            Without a version a rebuild installs whatever the registry has on that day; a tag such as latest says no more. What the
            lockfile names is installed without arguments.
            """,
            [
                new(
                    Bad: """
                    FROM node:24
                    RUN npm install -g typescript
                    """,
                    Good: """
                    FROM node:24
                    RUN npm install -g typescript@5.9.2
                    """),
                new(
                    Bad: """
                    FROM node:24
                    RUN npm i --prefix /opt @angular/cli
                    """,
                    Good: """
                    FROM node:24
                    RUN npm i --prefix /opt @angular/cli@20.1.0
                    """),
                new(
                    Bad: """
                    FROM node:24
                    RUN yarn global add serve && pnpm --version
                    """,
                    Good: """
                    FROM node:24
                    RUN npm install && npm install ./vendor/x && npm install https://example.com/x.tgz
                    """),
            ])
        {
            Remedy = """
                Add the version, as in `npm install -g typescript@5.9.2`. For the dependencies of the project, use `npm ci` with a lock
                file and name no packages.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Installs, static (use, context) =>
        // Options such as --unsafe-perm may be followed by a boolean.
        PackagePins.Report(context, use, PackageKind.Node,
            static package => package.Word.Text is "true" or "false" || IsPinned(package.Word.Text), "package@version"));

    private static bool IsPinned(string package)
    {
        if (package is ['.' or '/' or '~', ..] || package.StartsWith("file:", StringComparison.Ordinal)
            || s_archives.Any(ending => package.EndsWith(ending, StringComparison.Ordinal)))
        {
            return true;
        }

        if (!package.StartsWith('@') && package.Contains('/', StringComparison.Ordinal)
            && !package.StartsWith("npm:", StringComparison.Ordinal))
        {
            return package.Contains('#', StringComparison.Ordinal) || package.IndexOf('@', StringComparison.Ordinal) is > 0 and var alias
                && package[(alias + 1)..].Contains('#');
        }

        var at = package.LastIndexOf('@');
        return at > 0 && package[(at + 1)..] is not ("" or "latest" or "next");
    }
}

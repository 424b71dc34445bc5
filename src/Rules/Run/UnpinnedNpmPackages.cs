using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL3016.</summary>
public sealed class UnpinnedNpmPackages : Rule
{
    private static readonly string[] s_archives = [".tar", ".tar.gz", ".tgz"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3016", "unpinned-npm-packages", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("npm, yarn, pnpm or bun installs packages without versions.",
            "Without a version a rebuild installs whatever the registry has on that day; a tag such as latest says no more. What the lockfile names is installed without arguments.",
            [new("FROM node:24\nRUN npm install -g typescript\n", "FROM node:24\nRUN npm install -g typescript@5.9.2\n"),
             new("FROM node:24\nRUN npm i --prefix /opt @angular/cli\n", "FROM node:24\nRUN npm i --prefix /opt @angular/cli@20.1.0\n"),
             new("FROM node:24\nRUN yarn global add serve && pnpm --version\n", "FROM node:24\nRUN npm install && npm install ./vendor/x && npm install https://example.com/x.tgz\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("npm", "yarn", "pnpm", "bun"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Npm.Read(use);
        var packages = (use.Name, arguments.Action) switch
        {
            ("npm", "install" or "i" or "add" or "in") or ("pnpm" or "bun", "add" or "install" or "i") or ("yarn", "add") => arguments.Rest,
            ("yarn", "global") when arguments.Operands is [_, { Value: "add" }, ..] => arguments.Rest.Skip(1),
            _ => [],
        };
        // Options such as --unsafe-perm may be followed by a boolean.
        PackagePins.Report(context, use, packages.Where(package => package.Value is not ("true" or "false")), IsPinned, "package@version");
    }

    private static bool IsPinned(string package)
    {
        if (package is ['.' or '/' or '~', ..] || package.StartsWith("file:", StringComparison.Ordinal)
            || s_archives.Any(ending => package.EndsWith(ending, StringComparison.Ordinal)))
        {
            return true;
        }

        if (!package.StartsWith('@') && package.Contains('/', StringComparison.Ordinal) && !package.StartsWith("npm:", StringComparison.Ordinal))
        {
            return package.Contains('#', StringComparison.Ordinal) || package.IndexOf('@', StringComparison.Ordinal) is > 0 and var alias && package[(alias + 1)..].Contains('#');
        }

        var at = package.LastIndexOf('@');
        return at > 0 && package[(at + 1)..] is not ("" or "latest" or "next");
    }
}

using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class DevDependenciesShipped : Rule
{
    private static readonly string[] s_builds = ["run", "build", "test", "prune"];

    public override RuleInfo Info { get; } = new("DK4010", "dev-dependencies-shipped", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "Development dependencies are installed in the stage that is shipped.",
            """
            Test runners, compilers and bundlers are not needed to run the program. Leave them out, or install them in a stage of its
            own. Stages that build in the same place need them and are not reported.
            """,
            [
                new(
                    Bad: """
                    FROM node:24
                    COPY package*.json ./
                    RUN npm ci
                    CMD ["node", "x.js"]
                    """,
                    Good: """
                    FROM node:24
                    COPY package*.json ./
                    RUN npm ci --omit=dev
                    CMD ["node", "x.js"]
                    """),
                new(
                    Bad: """
                    FROM php:8.4
                    RUN composer install
                    """,
                    Good: """
                    FROM php:8.4
                    RUN composer install --no-dev
                    """),
            ])
        {
            Remedy = """
                Add the flag: `npm ci --omit=dev`, `yarn install --production`, `pnpm install --prod`, `composer install --no-dev`, `uv
                sync --no-dev` or `poetry install --only=main`. If a build needs the rest, run it in an earlier stage and copy the
                output.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            Check(stage, context);
        }
    });

    private static bool IsManager(ToolSpec? tool) =>
        tool == NodeTools.Npm || tool == NodeTools.Yarn || tool == NodeTools.Pnpm || tool == NodeTools.Bun;

    private static void Check(Stage stage, RuleContext context)
    {
        var uses = context.Model.InvocationsOf(stage).Where(use => !use.IsTrigger).ToList();
        var builds = uses.Exists(use => IsManager(use.Invocation.Tool) && use.Invocation.VerbName is { } verb && s_builds.Contains(verb));
        foreach (var use in uses)
        {
            if (!builds && InstallReader.Read(use) is { } install && Missing(install, use) is { } flag)
            {
                context.Report(use.Invocation.NameSpan, $"{use.Invocation.Name} also installs what only development needs: add {flag}");
            }
        }
    }

    private static string? Missing(DependencyInstall install, InvocationUse use)
    {
        // NODE_ENV=production leaves them out as well; an unknown value may be that.
        var isProduction = use.Before.Variables.Find("NODE_ENV") is { Value.Text: null or "production" }
            || use.Invocation.Environment.Any(setting => setting.Name == "NODE_ENV") || use.Invocation.IsOpen;
        bool Has(params string[] flags) =>
            use.Invocation.Arguments.ToArray().Any(word => flags.Any(flag => word.Text.StartsWith(flag, StringComparison.Ordinal)));
        return install.Ecosystem switch
        {
            "npm" when !isProduction && !Has("--omit", "--only", "--production") => "--omit=dev",
            "yarn" when !isProduction && !Has("--production", "--prod") => "--production",
            "pnpm" when !isProduction && !Has("--prod", "-P", "--production") => "--prod",
            "bun" when !isProduction && !Has("--production", "--omit", "-p") => "--production",
            "Composer" when !Has("--no-dev") => "--no-dev",
            "Poetry" when !Has("--no-dev", "--without", "--only", "--with") => "--only=main",
            "uv" when !Has("--no-dev", "--no-group", "--only-group", "--no-default-groups") && install.EarlyCommand is not null =>
            "--no-dev",
            _ => null,
        };
    }
}

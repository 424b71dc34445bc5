using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class DevDependenciesShipped : Rule
{
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

    private static void Check(Stage stage, RuleContext context)
    {
        var scripts = context.Model.ScriptsOf(stage).Where(script => !script.IsTrigger).ToList();
        var builds = scripts.Any(script => script.Commands.Any(use => use.Command.Name is "npm" or "yarn" or "pnpm" or "bun"
            && use.Arguments is ["run", ..] or ["build", ..] or ["test", ..] or ["prune", ..]));
        foreach (var use in scripts.SelectMany(script => context.Model.InvocationsOf(script.Instruction)))
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

using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class DevDependenciesShipped : Rule
{
    public override RuleInfo Info { get; } = new("DK4010", "dev-dependencies-shipped", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Strict,
        Doc = new(
            "Development dependencies are installed in the stage that is shipped.",
            """
            Test runners, compilers and bundlers are not needed to run the program. Leave them out, or install them in a stage of its
            own. Stages that build in the same place need them and are not reported.
            """,
            [
                new(
                    """
                    FROM node:24
                    COPY package*.json ./
                    RUN npm ci
                    CMD ["node", "x.js"]
                    """,
                    """
                    FROM node:24
                    COPY package*.json ./
                    RUN npm ci --omit=dev
                    CMD ["node", "x.js"]
                    """),
                new(
                    """
                    FROM php:8.4
                    RUN composer install
                    """,
                    """
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
        var uses = context.Model.InvocationsOf(stage).Where(use => !use.IsTrigger).ToList();
        if (uses.Exists(use => use.Invocation.Verb is { ConcernsDevelopment: true }))
        {
            return;
        }

        foreach (var use in uses)
        {
            if (Missing(use) is { } flag)
            {
                context.Report(use.Invocation.NameSpan, $"{use.Invocation.Name} also installs what only development needs: add {flag}");
            }
        }
    }

    private static string? Missing(InvocationUse use)
    {
        foreach (var effect in use.Invocation.Effects)
        {
            if (effect is { Kind: EffectKind.Installs, Spec.Development: { } how, Certainty: not Certainty.Conditional }
                && !use.Invocation.IsOpen && !use.Invocation.Has(how.Unless.AsSpan()) && !IsForProduction(use, how))
            {
                return how.Option;
            }
        }

        return null;
    }

    // An unknown value may be the one that leaves them out.
    private static bool IsForProduction(InvocationUse use, DevelopmentSpec how) => how.Variables.Any(variable =>
        (use.Before.Variables.Find(variable.Name) is { Value.Text: var text }
            && (text is null || variable.Values.Contains(text, StringComparer.OrdinalIgnoreCase)))
        || use.Invocation.Environment.Any(setting => setting.Name == variable.Name));
}

using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class DebuggerShipped : Rule
{
    public override RuleInfo Info { get; } = new("DK4011", "debugger-shipped", Category.Size, Severity.Info)
    {
        Since = "0.2",
        Confidence = Confidence.Likely,
        Doc = new(
            "The image for production brings a debugger.",
            """
            A debugger such as Xdebug slows the program down even when nobody uses it, and some listen for whoever connects. Stages whose
            name says that they are for development or tests are left out.
            """,
            [
                new(
                    Bad: """
                    FROM php:8.4-fpm
                    RUN pecl install xdebug-3.4.0 && docker-php-ext-enable xdebug
                    """,
                    Good: """
                    FROM php:8.4-fpm AS base
                    FROM base AS dev
                    RUN pecl install xdebug-3.4.0 && docker-php-ext-enable xdebug
                    FROM base
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN pip install debugpy==1.8.9
                    """,
                    Good: """
                    FROM python:3.13 AS debug
                    RUN pip install debugpy==1.8.9
                    """),
            ])
        {
            Remedy = """
                Put it into a stage of its own: `FROM base AS dev`, install it there, and build that one with `--target dev`.
                """,
        },
    };

    private static readonly string[] s_debuggers =
    [
        "xdebug", "php-xdebug", "debugpy", "pydevd", "pydevd-pycharm", "ptvsd", "github.com/go-delve/delve/cmd/dlv", "pry-byebug", "byebug",
    ];

    private static readonly string[] s_purposes = ["dev", "debug", "test", "local", "ci", "profil"];

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (!context.Model.Invocations.Any(BringsDebugger))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in context.Get<ImageStages>().SelectMany(stage => IsForUse(stage) ? stage.Chain : []).Distinct().Where(IsForUse))
        {
            foreach (var use in context.Model.InvocationsOf(stage))
            {
                foreach (var package in use.Invocation.Effects.Where(effect => effect.Kind == EffectKind.Installs)
                    .SelectMany(effect => effect.Packages))
                {
                    if (!use.Invocation.IsConditional && IsDebugger(package.Name) && seen.Add(package.Name))
                    {
                        context.Report(use.Invocation.ToSource(package.Word), $"{package.Name} is a debugger, and this image is for use");
                    }
                }
            }
        }
    });

    private static bool BringsDebugger(InvocationUse use)
    {
        foreach (var effect in use.Invocation.Effects)
        {
            foreach (var package in effect.Kind == EffectKind.Installs ? effect.Packages : [])
            {
                if (IsDebugger(package.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsForUse(Stage stage) => stage.Name is not { } name || !Array.Exists(s_purposes, name.Contains);

    // Debian has one for each version: php8.4-xdebug
    private static bool IsDebugger(string name) => Array.IndexOf(s_debuggers, name) >= 0
        || (name.StartsWith("php", StringComparison.Ordinal) && name.EndsWith("-xdebug", StringComparison.Ordinal));
}

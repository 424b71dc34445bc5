using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK5004.</summary>
public sealed class DependenciesUpdated : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK5004", "dependencies-updated", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("The build updates the locked dependencies of the project.",
            "What is installed then depends on the day of the build and was tested by nobody. Update in the project, commit the lock file, and install from it.",
            [new("FROM composer:2\nRUN composer update --no-dev\n", "FROM composer:2\nRUN composer install --no-dev\n"),
             new("FROM golang:1.25\nRUN go get -u ./...\n", "FROM golang:1.25\nRUN go mod download\n"),
             new("FROM node:22\nRUN npm update\n", "FROM node:22\nRUN npm ci\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Updates, static (use, context) =>
    {
        if (use.Invocation.Find(EffectKind.Updates) is { Spec.Packages: not PackageKind.System })
        {
            context.Report(use.Invocation.Span, $"{use.Invocation.Name} takes the newest dependencies at build time");
        }
    });
}

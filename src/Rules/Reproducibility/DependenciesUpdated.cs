using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class DependenciesUpdated : Rule
{
    public override RuleInfo Info { get; } = new("DK5004", "dependencies-updated", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "The build updates the locked dependencies of the project.",
            """
            What is installed then depends on the day of the build and was tested by nobody. Update in the project, commit the lock
            file, and install from it.
            """,
            [
                new(
                    Bad: """
                    FROM composer:2
                    RUN composer update --no-dev
                    """,
                    Good: """
                    FROM composer:2
                    RUN composer install --no-dev
                    """),
                new(
                    Bad: """
                    FROM golang:1.25
                    RUN go get -u ./...
                    """,
                    Good: """
                    FROM golang:1.25
                    RUN go mod download
                    """),
                new(
                    Bad: """
                    FROM node:22
                    RUN npm update
                    """,
                    Good: """
                    FROM node:22
                    RUN npm ci
                    """),
            ])
        {
            Remedy = """
                Install what is locked, with `npm ci`, `composer install`, `bundle install` or `go mod download`. Let Renovate or
                Dependabot propose the updates.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Updates, static (use, context) =>
    {
        if (use.Invocation.Find(EffectKind.Updates) is { Spec.Packages: not PackageKind.System })
        {
            context.Report(use.Invocation.Span, $"{use.Invocation.Name} takes the newest dependencies at build time");
        }
    });
}

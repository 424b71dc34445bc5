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
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var line in context.Get<CommandLines>().Where(IsUpdate))
        {
            context.Report(line.Span, $"{line.Name} takes the newest dependencies at build time");
        }
    });

    private static bool IsUpdate(CommandLine line)
    {
        var first = line.FirstOperand < line.Arguments.Count ? line.Arguments[line.FirstOperand] : null;
        return line.Name switch
        {
            "composer" => first is "update" or "upgrade" && !line.Has("--lock", "--dry-run", "--help"),
            "poetry" => first is "update",
            "npm" or "pnpm" => first is "update" or "upgrade" && !line.Has("-g", "--global"),
            "yarn" => first is "upgrade" or "up" && !line.Has("global"),
            "bundle" or "bundler" => first is "update" && !line.Has("--bundler"),
            "cargo" => first is "update",
            "go" => first is "get" && line.Has("-u", "-u=patch"),
            "uv" => first is "sync" or "lock" && line.Has("-U", "--upgrade"),
            "mix" => first is "deps.update",
            "pipenv" => first is "update",
            _ => false,
        };
    }
}

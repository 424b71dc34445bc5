using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DK1004.</summary>
public sealed class IndexUpdateAlone : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK1004", "index-update-alone", Category.Cache, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("The package index is fetched in a step of its own.",
            "That step is cached as long as its text is the same. A later change of the package list then installs from an index that may be months old, and the archive no longer has those versions. In one RUN both are as old as each other.",
            [new("FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl\n", "FROM debian:12\nRUN apt-get update && apt-get install -y curl\n"),
             new("FROM alpine:3.22\nRUN apk update\nRUN apk add curl\n", "FROM debian:12\nRUN apt-get update\nRUN apt-get update && apt-get install -y curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var scripts = context.Model.ScriptsOf(stage).Where(script => !script.IsTrigger)
            .Select(script => (Script: script, Commands: script.Commands.Select(use => (Use: use, Package: PackageCommand.Read(use))).Where(pair => pair.Package is not null).ToList())).ToList();
        for (var i = 0; i < scripts.Count; i++)
        {
            var update = scripts[i].Commands.Find(pair => pair.Package!.Action == PackageAction.Update);
            if (update.Use is null || scripts[i].Script.Commands.Any(use => UsesIndex(use, update.Package!.Manager)))
            {
                continue;
            }

            // The next step that installs either fetches the index again or relies on this one.
            var next = scripts.Skip(i + 1).FirstOrDefault(other => other.Commands.Exists(pair => pair.Package!.Manager == update.Package!.Manager && pair.Package.Action == PackageAction.Install));
            if (next.Script is not null && !next.Commands.Exists(pair => pair.Package!.Action == PackageAction.Update) && !next.Script.Commands.Any(use => use.Command.Name == "apk" && use.Arguments.Any(word => word is "--no-cache" or "--update" or "-U" or "--update-cache")))
            {
                var install = next.Commands.Find(pair => pair.Package!.Action == PackageAction.Install);
                context.Report(update.Use.NameSpan, $"{update.Use.Command.Name} {Action(update.Use)} is cached apart from the installation that needs it: put both in one RUN",
                    [new RelatedSpan(install.Use.NameSpan, "this installs from the cached index")]);
            }
        }
    });

    private static string? Action(CommandUse use) => use.Arguments.FirstOrDefault(word => word is not null && !word.StartsWith('-'));

    // Any other action of the manager in the same script, and scripts that call others, may be what the index is for.
    private static bool UsesIndex(CommandUse use, string manager) => PackageCommand.Read(use) is { } package
        ? package.Manager == manager && (package.Action == PackageAction.Install || use.Arguments.Any(word => word is "upgrade" or "dist-upgrade" or "full-upgrade" or "source" or "download"))
        : use.Command.Name is "xargs" or "sh" or "bash";
}

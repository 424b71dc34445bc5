using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DK4006.</summary>
public sealed class InstalledThenRemoved : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK4006", "installed-then-removed", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("A package is removed in another layer than the one that installed it.",
            "The earlier layer still holds its files, so the image is no smaller. Install, use and remove in one RUN, or build in a stage of its own. Stages whose layers are not shipped are not looked at.",
            [new("FROM alpine:3.22\nRUN apk add --no-cache gcc\nRUN make\nRUN apk del gcc\n", "FROM alpine:3.22\nRUN apk add --no-cache gcc && make && apk del gcc\n"),
             new("FROM debian:12\nRUN apt-get update && apt-get install -y curl git\nRUN apt-get purge -y curl\n", "FROM debian:12\nRUN apt-get update && apt-get install -y git\nRUN apt-get purge -y curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // Where each package was installed first; a stage has those of the stage it starts from.
        var atEnd = new Dictionary<Stage, ImmutableDictionary<(string Manager, string Name), CommandUse>>();
        foreach (var stage in context.Model.Stages)
        {
            var installed = stage.Base.Stage is { } below && atEnd.TryGetValue(below, out var inherited)
                ? inherited : ImmutableDictionary<(string Manager, string Name), CommandUse>.Empty;
            foreach (var use in context.Model.ScriptsOf(stage).Where(script => !script.IsTrigger).SelectMany(script => script.Commands))
            {
                if (PackageCommand.Read(use) is not { Action: PackageAction.Install or PackageAction.Remove } command)
                {
                    continue;
                }

                var names = command.Packages.Concat(Virtual(use)).ToList();
                if (command.Action == PackageAction.Install)
                {
                    names.RemoveAll(package => installed.ContainsKey((command.Manager, package.Name)));
                    installed = installed.SetItems(names.Select(package => KeyValuePair.Create((command.Manager, package.Name), use)));
                }
                else if (context.Model.IsShipped(stage))
                {
                    ReportFirst(names, command.Manager, use, installed, context);
                }
            }

            atEnd[stage] = installed;
        }
    });

    private static void ReportFirst(
        List<(string Name, int Word)> names, string manager, CommandUse use, ImmutableDictionary<(string Manager, string Name), CommandUse> installed, RuleContext context)
    {
        var (name, word) = names.Find(package => installed.TryGetValue((manager, package.Name), out var origin) && origin.Script != use.Script);
        if (name is not null)
        {
            context.Report(use.ArgumentSpan(word), $"{name} stays in the layer that installed it: removed here, it is only hidden",
                [new RelatedSpan(installed[(manager, name)].NameSpan, "installed here")]);
        }
    }

    // apk add --virtual NAME makes a package of that name.
    private static IEnumerable<(string Name, int Word)> Virtual(CommandUse use)
    {
        for (var i = 0; use.Command.Name == "apk" && i + 1 < use.Arguments.Count; i++)
        {
            if (use.Arguments[i] is "--virtual" or "-t" && use.Arguments[i + 1] is { } name)
            {
                yield return (name, i + 1);
            }
        }
    }
}

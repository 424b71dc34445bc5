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
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!context.Model.IsShipped(stage))
        {
            return;
        }

        var installed = new Dictionary<(string Manager, string Name), CommandUse>();
        foreach (var script in context.Scripts.Where(script => !script.IsTrigger && stage.Chain.Contains(script.Stage)))
        {
            foreach (var use in script.Commands)
            {
                if (PackageCommand.Read(use) is not { Action: PackageAction.Install or PackageAction.Remove } command)
                {
                    continue;
                }

                var names = command.Packages.Concat(Virtual(use)).ToList();
                if (command.Action == PackageAction.Install)
                {
                    names.ForEach(package => installed.TryAdd((command.Manager, package.Name), use));
                    continue;
                }

                var (name, word) = names.Find(package => installed.TryGetValue((command.Manager, package.Name), out var origin) && origin.Script != script);
                if (name is not null && script.Stage == stage)
                {
                    context.Report(use.ArgumentSpan(word), $"{name} stays in the layer that installed it: removed here, it is only hidden",
                        [new RelatedSpan(installed[(command.Manager, name)].NameSpan, "installed here")]);
                }
            }
        }
    });

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

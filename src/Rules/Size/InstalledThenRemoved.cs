using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class InstalledThenRemoved : Rule
{
    public override RuleInfo Info { get; } = new("DK4006", "installed-then-removed", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A package is removed in another layer than the one that installed it.",
            """
            The earlier layer still holds its files, so the image is no smaller. Install, use and remove in one RUN, or build in a stage
            of its own. Stages whose layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add --no-cache gcc
                    RUN make
                    RUN apk del gcc
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add --no-cache gcc && make && apk del gcc
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y curl git
                    RUN apt-get purge -y curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y git
                    RUN apt-get purge -y curl
                    """),
            ])
        {
            Remedy = """
                Write one step, as in `RUN apk add --no-cache --virtual .build gcc && make && apk del .build`. Where the build is long,
                do it in an earlier stage and fetch the result with `COPY --from`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // Where each package was installed first; a stage has those of the stage it starts from.
        var atEnd = new Dictionary<Stage, ImmutableDictionary<(PackageKind Kind, string Name), InvocationUse>>();
        foreach (var stage in context.Model.Stages)
        {
            var installed = stage.Base.Stage is { } below && atEnd.TryGetValue(below, out var inherited)
                ? inherited : ImmutableDictionary<(PackageKind Kind, string Name), InvocationUse>.Empty;
            foreach (var use in context.Model.InvocationsOf(stage))
            {
                if (use.IsTrigger)
                {
                    continue;
                }

                if (use.Invocation.Find(EffectKind.Installs) is { Spec.Packages: PackageKind.System } install)
                {
                    var names = Names(install).Concat(Virtual(use.Invocation)).Select(package => (install.Spec.Packages, package.Name))
                        .Where(package => !installed.ContainsKey(package));
                    installed = installed.SetItems(names.Select(package => KeyValuePair.Create(package, use)));
                }
                else if (use.Invocation.Find(EffectKind.Removes) is { Spec.Packages: PackageKind.System } removal
                    && context.Model.IsShipped(stage))
                {
                    ReportFirst(removal, use, installed, context);
                }
            }

            atEnd[stage] = installed;
        }
    });

    private static void ReportFirst(
        Effect removal, InvocationUse use, ImmutableDictionary<(PackageKind Kind, string Name), InvocationUse> installed,
            RuleContext context)
    {
        foreach (var (name, word) in Names(removal))
        {
            if (installed.TryGetValue((removal.Spec.Packages, name), out var origin) && origin.Instruction != use.Instruction)
            {
                context.Report(use.Invocation.ToSource(word), $"{name} stays in the layer that installed it: removed here, it is only "
                    + "hidden",
                    [new RelatedSpan(origin.Invocation.NameSpan, "installed here")]);
                return;
            }
        }
    }

    private static IEnumerable<(string Name, CommandWord Word)> Names(Effect effect) => effect.Packages
        .Where(package => package.Origin is PackageOrigin.Registry or PackageOrigin.Group
            && !package.Name.Contains(CommandWord.UnknownText, StringComparison.Ordinal))
        .Select(package => (package.Name, package.Word));

    // apk add --virtual NAME makes a package of that name.
    private static IEnumerable<(string Name, CommandWord Word)> Virtual(Invocation command) =>
        command.Option(OptionRole.PackageName) is { Value: { Value: { } name } value } ? [(name, value)] : [];
}

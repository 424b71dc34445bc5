using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class CdAtStart : Rule
{
    public override RuleInfo Info { get; } = new("DL3003", "cd-at-start", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0013")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A RUN that begins with cd to an absolute directory.",
            """
            WORKDIR says the same for this and the following instructions. Where one of them depends on the folder, the fix puts the old
            one back behind the RUN, or leaves the matter to you where it is not known. A cd in a subshell, in the middle of a chain, or
            into a directory that is only there for the moment has a reason of its own and is not reported.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN cd /src && make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN git clone u /src && (cd /src && make) && rm -rf /src
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    WORKDIR /src
                    RUN make
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    WORKDIR /src
                    RUN cd /src && make
                    """,
                    Good: """
                    FROM alpine:3.22
                    WORKDIR /src
                    RUN make
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    WORKDIR /src
                    RUN make
                    """),
            ])
        {
            Remedy = """
                Put `WORKDIR /src` above the `RUN`. To change the folder for one command only, use an option of the program, as in `make
                -C /src`, or a subshell, as in `(cd /src && make)`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.IsTrigger || script.Script.Commands is not [var item, ..]
            || item.List is not
            {
                Pipelines: [{ IsNegated: false, Commands: [SimpleCommand { Name: "cd", Words: [_, var target] } cd] },
                var next, ..], Operators: [{ Text: "&&" }, ..]
            }
            || script.Invocations.Count(command => command.Tool == ShellTools.Cd && command.Tree == script.Script) != 1
            || script.Resolve(target) is not { } path || !path.StartsWith('/') || IsPassing(script, path.TrimEnd('/'), context))
        {
            return;
        }

        context.Report(script.Text.ToSource(cd.Span), $"RUN begins with cd {path}: use WORKDIR {path}",
            Fixes(script, cd, next, target, path, context));
    });

    // A directory for this step only, which no later step should start in.
    private static bool IsPassing(ScriptUse script, string path, RuleContext context) => path is "/tmp" or "/var/tmp"
        || path.StartsWith("/tmp/", StringComparison.Ordinal)
        || path.StartsWith("/var/tmp/", StringComparison.Ordinal)
        || context.Model.InvocationsOf(script.Instruction).SelectMany(use => use.Invocation.Effects)
            .Any(effect => effect.Kind == EffectKind.Deletes && effect.Targets.Any(target => target.Value?.TrimEnd('/') == path));

    private static IReadOnlyList<Fix> Fixes(
        ScriptUse script, SimpleCommand cd, Pipeline next, ShellWord target, string path, RuleContext context)
    {
        var prefix = TextSpan.FromBounds(cd.Span.Start, next.Span.Start);
        var begin = script.Text.ToSource(prefix.Start);
        if (!cd.Redirects.IsEmpty || !cd.Assignments.IsEmpty || next.IsNegated || !ScriptEdits.CanRemove(script.Text, prefix)
            || target.LiteralValue is null || !FolderDependence.IsPlain(path)
                || script.Text.Text.Contains("OLDPWD", StringComparison.Ordinal))
        {
            return [];
        }

        var run = script.Instruction;
        var folders = context.Get<FolderDependence>();
        var before = folders.FixedBefore(run, script.Before);
        var removal = new TextEdit(TextSpan.FromBounds(begin, script.Text.ToSource(next.Span.Start)), "");
        if (before == path.TrimEnd('/'))
        {
            return Fix.Of("drop the cd, which changes nothing", Applicability.Safe, removal);
        }

        // After the first of several changes to one folder the others change nothing. WORKDIR also moves what follows, and the targets of
        // mounts: what depends on the folder gets it back.
        var insertion = ScriptEdits.InsertBefore(run, $"WORKDIR {path}");
        var isNeeded = folders.IsNeededBehind(run);
        if (folders.RepeatsChange(run) || FolderDependence.HasRelativeMount(run) || run.Heredocs.Count > 0
            || (isNeeded && (before is null || !ScriptEdits.EndsItsLine(run))))
        {
            return [];
        }

        return isNeeded
            ? Fix.Revealing($"use WORKDIR {path}, and {before} again behind it", Applicability.Unsafe, removal, insertion,
                ScriptEdits.InsertBehind(run, $"WORKDIR {before}"))
            : Fix.Revealing($"use WORKDIR {path}", Applicability.Unsafe, removal, insertion);
    }
}

using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3003.</summary>
public sealed class CdAtStart : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3003", "cd-at-start", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Aliases = ["DS-0013"],
        Fix = FixAvailability.Sometimes,
        Doc = new("A RUN that begins with cd to an absolute directory.",
            "WORKDIR says the same for this and the following instructions. A cd in a subshell or in the middle of a chain has a reason of its own and is not reported.",
            [new("FROM alpine:3.22\nRUN cd /src && make\n", "FROM alpine:3.22\nRUN git clone u /src && (cd /src && make) && rm -rf /src\n", "FROM alpine:3.22\nWORKDIR /src\nRUN make\n"),
             new("FROM alpine:3.22\nWORKDIR /src\nRUN cd /src && make\n", "FROM alpine:3.22\nWORKDIR /src\nRUN make\n", "FROM alpine:3.22\nWORKDIR /src\nRUN make\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.IsTrigger || script.Script.Commands is not [var item, ..]
            || item.List is not { Pipelines: [{ Commands: [SimpleCommand { Name: "cd", Words: [_, var target] } cd] }, var next, ..], Operators: [{ Text: "&&" }, ..] }
            || script.Commands.Count(use => use.Command.Name == "cd") != 1
            || script.Resolve(target) is not { } path || !path.StartsWith('/'))
        {
            return;
        }

        context.Report(script.Text.ToSource(cd.Span), $"RUN begins with cd {path}: use WORKDIR {path}", Fixes(script, cd, next, target, path));
    });

    private static IReadOnlyList<Fix> Fixes(ScriptUse script, SimpleCommand cd, Pipeline next, ShellWord target, string path)
    {
        var prefix = TextSpan.FromBounds(cd.Span.Start, next.Span.Start);
        var begin = script.Text.ToSource(prefix.Start);
        if (!cd.Redirects.IsEmpty || !cd.Assignments.IsEmpty || next.IsNegated || !ScriptEdits.CanRemove(script.Text, prefix))
        {
            return [];
        }

        var removal = new TextEdit(TextSpan.FromBounds(begin, script.Text.ToSource(next.Span.Start)), "");
        // Where the directory is already in force the cd does nothing; otherwise WORKDIR also moves what follows.
        return script.Before.Workdir == path.TrimEnd('/')
            ? Fix.Of("drop the cd, which changes nothing", Applicability.Safe, removal)
            : target.LiteralValue is null || path.Contains(' ', StringComparison.Ordinal)
                ? []
                : Fix.Of($"use WORKDIR {path}", Applicability.Unsafe, removal, ScriptEdits.InsertBefore(script.Instruction, $"WORKDIR {path}"));
    }
}

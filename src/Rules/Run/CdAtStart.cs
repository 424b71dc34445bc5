using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

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
        Doc = new("A RUN that begins with cd to an absolute directory.",
            "WORKDIR says the same for this and the following instructions. A cd in a subshell or in the middle of a chain has a reason of its own and is not reported.",
            [new("FROM alpine:3.22\nRUN cd /src && make\n", "FROM alpine:3.22\nRUN git clone u /src && (cd /src && make) && rm -rf /src\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (!script.IsTrigger && script.Script.Commands is [var item, ..]
            && item.List is { Pipelines: [{ Commands: [SimpleCommand { Name: "cd", Words: [_, var target] } cd] }, _, ..], Operators: [{ Text: "&&" }, ..] }
            && script.Commands.Count(use => use.Command.Name == "cd") == 1
            && script.Resolve(target) is { } path && path.StartsWith('/'))
        {
            context.Report(script.Text.ToSource(cd.Span), $"RUN begins with cd {path}: use WORKDIR {path}");
        }
    });
}

using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3000 of hadolint: every relative WORKDIR, whatever stands before it.</summary>
internal sealed class HadolintRelativeWorkdir() : HadolintVariant(new RelativeWorkdir())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var workdir in context.Tree.Root.Instructions.OfType<WorkdirInstruction>())
        {
            var path = HadolintText.Unquoted(workdir.Argument.RawText);
            if (!path.StartsWith('/') && !path.StartsWith('$') && !(path.Length > 1 && char.IsLetter(path[0]) && path[1] == ':'))
            {
                context.Report(workdir.Keyword.Span, $"WORKDIR {path} is relative");
            }
        }
    });
}

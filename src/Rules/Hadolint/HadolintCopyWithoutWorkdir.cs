using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// DL3045 of hadolint: every COPY to a relative path, unless a WORKDIR stands in a stage of that name or one it starts from.
/// </summary>
internal sealed class HadolintCopyWithoutWorkdir() : HadolintVariant(new CopyWithoutWorkdir())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // A stage is known by its name or, without one, by its image without registry and tag; two stages may share it.
        var withWorkdir = new HashSet<string>(StringComparer.Ordinal);
        var stage = "";
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            switch (instruction)
            {
                case FromInstruction from:
                    var image = HadolintImage.Of(from).Name;
                    stage = from.StageName?.RawText ?? image;
                    if (withWorkdir.Contains(image))
                    {
                        withWorkdir.Add(stage);
                    }
                    else
                    {
                        withWorkdir.Remove(stage);
                    }

                    break;
                case WorkdirInstruction:
                    withWorkdir.Add(stage);
                    break;
                case CopyInstruction copy when !withWorkdir.Contains(stage) && !IsAbsolute(HadolintText.Unquoted(copy.Destination)):
                    context.Report(copy.Keyword.Span, $"relative destination {copy.Destination} and no WORKDIR before it");
                    break;
            }
        }
    });

    private static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path.StartsWith('$') || (path.Length > 2 && path[1] == ':' && path[2] is '/' or '\\');
}

using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3020 of hadolint: any source that neither ends like an archive nor begins with http:// or https://.</summary>
internal sealed class HadolintAddOfLocalFiles() : HadolintVariant(new AddOfLocalFiles())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var add in context.Tree.Root.Instructions.OfType<AddInstruction>())
        {
            if (add.Heredocs.Count == 0
                && add.Sources.Any(source => !HadolintText.IsArchive(source) && !IsUrl(HadolintText.Unquoted(source))))
            {
                context.Report(add.Keyword.Span, "ADD of files or folders: use COPY");
            }
        }
    });

    private static bool IsUrl(string source) =>
        source.StartsWith("http://", StringComparison.Ordinal) || source.StartsWith("https://", StringComparison.Ordinal);
}

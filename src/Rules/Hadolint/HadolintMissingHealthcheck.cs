using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// DL3057 of hadolint: every stage without a HEALTHCHECK but for those that start from one that has it or that one that has it starts
/// from. Off unless a severity is configured.
/// </summary>
internal sealed class HadolintMissingHealthcheck() : HadolintVariant(new MissingHealthcheck(), Severity.Ignore)
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var good = new HashSet<string>(StringComparer.Ordinal);
        var bad = new List<FromInstruction>();
        FromInstruction? stage = null;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is FromInstruction from)
            {
                stage = from;
                if (good.Contains(HadolintImage.Of(from).Name))
                {
                    good.Add(NameOf(from));
                }
                else
                {
                    bad.Add(from);
                }
            }
            else if (instruction is HealthcheckInstruction && stage is not null)
            {
                var image = HadolintImage.Of(stage).Name;
                good.Add(NameOf(stage));
                bad.RemoveAll(candidate => candidate == stage || NameOf(candidate) == image);
            }
        }

        foreach (var from in bad)
        {
            context.Report(from.Keyword.Span, "the stage has no HEALTHCHECK");
        }
    });

    private static string NameOf(FromInstruction from) => from.StageName?.RawText ?? HadolintImage.Of(from).Name;
}

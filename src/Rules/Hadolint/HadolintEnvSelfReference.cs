using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3044 of hadolint: what any ENV or ARG of the file set before is never reported, and ARG counts by its first name.</summary>
internal sealed class HadolintEnvSelfReference() : HadolintVariant(new EnvSelfReference())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is ArgInstruction { Pairs: [var first, ..] })
            {
                known.Add(HadolintText.Key(first));
            }
            else if (instruction is EnvInstruction env)
            {
                var pairs = env.Pairs.Select(pair => (Key: HadolintText.Key(pair), Value: HadolintText.Value(pair))).ToList();
                if (pairs.Where((pair, i) => !known.Contains(pair.Key)
                    && pairs.Where((other, j) => i != j && HadolintText.RefersTo(other.Value, pair.Key)).Any()).Any())
                {
                    context.Report(env.Keyword.Span, "a value refers to a variable that the same ENV sets");
                }

                known.UnionWith(pairs.Select(pair => pair.Key));
            }
        }
    });
}

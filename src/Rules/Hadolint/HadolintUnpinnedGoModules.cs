using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3062 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedGoModules()
    : HadolintRunRule(new UnpinnedGoModules().Info, "this RUN fetches Go modules without versions: write module@version")
{

    private protected override bool IsOffence(HadolintRun run, RuleContext context)
    {
        var runs = Targets(run, "run").Where(targets => targets.Count > 0).ToList();
        return runs.Count > 0
            ? runs.Any(targets => !IsPinned(targets[0]))
            : Targets(run, "install").Concat(Targets(run, "get")).Any(targets => !targets.All(IsPinned));
    }

    private static IEnumerable<IReadOnlyList<string>> Targets(HadolintRun run, string verb) => run.Named("go")
        .Where(command => command.HasAny(verb))
            .Select(command => (IReadOnlyList<string>)[.. command.Operands().Where(word => word != verb)]);

    private static bool IsPinned(string target) => target.StartsWith('.') || target.StartsWith('/')
        || (target.Contains('@', StringComparison.Ordinal)
            && !target.EndsWith("@latest", StringComparison.Ordinal) && !target.EndsWith("@none", StringComparison.Ordinal));
}

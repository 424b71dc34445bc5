using System.Globalization;

namespace Dockerlint.FixProof;

/// <summary>Builds a case before and after its fix and compares what comes out.</summary>
internal sealed class PairProof(Engine engine, BaseImages bases, Offences offences)
{
    private const string Parent = "FROM parent";
    private static int s_next;

    private readonly Dictionary<(string Rule, string Name), string> _unbuildable =
        ProofData.Lines("Data", "unbuildable.tsv").ToDictionary(parts => (parts[0], parts[1]), parts => parts[2]);

    /// <summary>The same file twice, the second time without the cache: what differs is noise, or the case is of no use.</summary>
    internal async Task<Outcome> TwiceAsync(ProofCase proof)
    {
        var outcome = await CompareAsync(proof, proof.Dockerfile, ContextFiles.Of(proof), isTwice: true);
        return outcome.Verdict == Verdict.Offence ? outcome with { Verdict = Verdict.Different } : outcome;
    }

    /// <summary>Before and after the fix.</summary>
    internal async Task<Outcome> ProveAsync(ProofCase proof)
    {
        var files = ContextFiles.Of(proof);
        var (after, refusal) = FixedCase.Of(proof, files);
        if (after == proof.Dockerfile)
        {
            return proof.MayBeRefused
                ? new Outcome(proof, Verdict.Refused, "")
                : new Outcome(proof, Verdict.Different, "no safe fix is offered: the case shows nothing; " + refusal);
        }

        return await CompareAsync(proof, after, files, isTwice: false) with { After = after };
    }

    private async Task<Outcome> CompareAsync(
        ProofCase proof, string after, IReadOnlyDictionary<string, string> files, bool isTwice)
    {
        if (_unbuildable.TryGetValue((proof.Rule, proof.Name), out var reason)
            || (reason = await bases.NameAsync(engine, proof.Dockerfile)) is not null)
        {
            return new Outcome(proof, Verdict.NotBuildable, reason);
        }

        var number = Interlocked.Increment(ref s_next).ToString(CultureInfo.InvariantCulture);
        var (first, second) = ($"dockerlint-proof/pair:{number}-before", $"dockerlint-proof/pair:{number}-after");
        try
        {
            var failure = await BuildAsync(proof, proof.Dockerfile, files, first, isCached: true);
            var later = await BuildAsync(proof, after, files, second, isCached: !isTwice);
            if (failure is not null)
            {
                var mended = later is null && offences.IsOffence(proof.Rule, new Difference("build", "fails", "", ""));
                var what = "the build fails before the fix" + (later is null ? " and not after it" : "");
                return mended
                    ? new Outcome(proof, Verdict.Offence, "the build failed and no longer does")
                    : new Outcome(proof, Verdict.Different, $"{what}:\n{failure}");
            }

            if (later is not null)
            {
                return new Outcome(proof, Verdict.Different, "the build fails after the fix:\n" + later);
            }

            string[] kinds = proof.Child is null ? [""] : ["", "-child"];
            var images = await engine.ReadAsync([.. kinds.SelectMany(kind => new[] { first + kind, second + kind })]);
            var differences = images.Chunk(2).SelectMany(pair => Difference.Between(pair[0], pair[1]))
                .Where(difference => !offences.IsNoise(difference)).ToList();
            // A trigger that was changed has to be seen at work.
            var others = differences.Where(difference => !offences.IsOffence(proof.Rule, difference)
                || (difference is { What: "config", Where: "OnBuild" } && proof.Child is null)).ToList();
            return differences.Count == 0 ? new Outcome(proof, Verdict.Same, "")
                : others.Count == 0 ? new Outcome(proof, Verdict.Offence, string.Join('\n', differences))
                : new Outcome(proof, Verdict.Different, $"{others.Count} differences:\n{string.Join('\n', others.Take(12))}");
        }
        finally
        {
            foreach (var name in new[] { first + "-child", second + "-child", first, second })
            {
                await engine.RemoveAsync(name);
            }
        }
    }

    private async Task<string?> BuildAsync(
        ProofCase proof, string text, IReadOnlyDictionary<string, string> files, string name, bool isCached)
    {
        var archive = ContextFiles.Archive(Engine.WithoutSyntax(text), files);
        var failure = await engine.BuildAsync(ContextFiles.Dockerfile, archive, name, proof, isCached);
        if (failure is not null || proof.Child is null)
        {
            return failure;
        }

        var child = new ProofCase(proof.Rule, proof.Name, proof.Child.Replace(Parent, "FROM " + name, StringComparison.Ordinal));
        var context = ContextFiles.Archive(child.Dockerfile, files);
        return await engine.BuildAsync(ContextFiles.Dockerfile, context, name + "-child", child, isCached);
    }
}

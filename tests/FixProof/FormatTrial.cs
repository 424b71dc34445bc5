using System.Collections.Immutable;
using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Formatting;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.FixProof;

/// <summary>
/// Builds a Dockerfile as it is, as <c>fmt --keep-keys</c> and as <c>fmt</c> leave it, one after the other with one cache. The second
/// build takes every step from the cache, the third does those steps again that were predicted and no other, and the image is the same.
/// </summary>
internal sealed class FormatTrial(EngineConnection connection, Engine engine, BaseImages bases, Offences offences)
{
    private static readonly string[] s_files = ["Dockerfile.before", "Dockerfile.keys", "Dockerfile.after"];
    private static int s_next;

    internal async Task<Outcome> TryAsync(ProofCase proof)
    {
        var before = DockerfileParser.Parse(SourceText.From(Marked(Engine.WithoutSyntax(proof.Dockerfile))));
        var (kept, free) = (Formatter.Format(before, new FormatOptions { KeepsKeys = true }), Formatter.Format(before));
        if (free.Outcome == FormatOutcome.Unproved || kept.Outcome == FormatOutcome.Unproved)
        {
            return new Outcome(proof, Verdict.Different, $"not proved: {free.Reason ?? kept.Reason}");
        }

        if (free.Outcome != FormatOutcome.Formatted)
        {
            return new Outcome(proof, Verdict.Refused, "there is nothing to format");
        }

        if (await bases.NameAsync(engine, proof.Dockerfile) is { } reason)
        {
            return new Outcome(proof, Verdict.NotBuildable, reason);
        }

        // All three files lie in the context of each build, so that a COPY of all of it takes the same along.
        var context = Context(proof, [before, kept.After, free.After]);
        var run = new RunScope(connection);
        try
        {
            return await CompareAsync(proof, context, kept, free, new ImageBuilder(connection, run));
        }
        finally
        {
            await run.RemoveAsync();
        }
    }

    // No build finds in the cache what an earlier run of this program left there: every stage has a variable of its own.
    private static string Marked(string dockerfile)
    {
        var tree = DockerfileParser.Parse(SourceText.From(dockerfile));
        var text = dockerfile;
        foreach (var from in tree.Root.Instructions.OfType<FromInstruction>().Reverse())
        {
            var feed = text.IndexOf('\n', from.Span.End);
            text = text.Insert(feed < 0 ? text.Length : feed + 1, $"{(feed < 0 ? "\n" : "")}ENV DOCKERLINT_TRIAL={Guid.NewGuid():N}\n");
        }

        return text;
    }

    private static BuildContext Context(ProofCase proof, IReadOnlyList<SyntaxTree> trees)
    {
        var contents = ContextFiles.Contents(ContextFiles.Of(proof));
        for (var i = 0; i < s_files.Length; i++)
        {
            contents[s_files[i]] = trees[i].Source.ToBytes();
        }

        var entries = contents.Select(pair => new ContextEntry(pair.Key, ContextEntryKind.File)
        {
            Mode = pair.Key.EndsWith(".sh", StringComparison.Ordinal) ? 0b111_101_101 : 0b110_100_100,
            Size = pair.Value.Length,
            Content = ContextContent.FromBytes(pair.Value),
        });
        return BuildContext.FromMemory(ContextManifest.Create(entries), contents);
    }

    private async Task<Outcome> CompareAsync(
        ProofCase proof, BuildContext context, FormatResult kept, FormatResult free, ImageBuilder builder)
    {
        var first = await BuildAsync(s_files[0]);
        if (first.Error is not null)
        {
            return new Outcome(proof, Verdict.NotBuildable, $"{first.Error} "
                + $"{string.Join(" | ", first.Steps.SelectMany(step => step.Log).TakeLast(3))}");
        }

        var problems = new List<string>();
        var second = await BuildAsync(s_files[1]);
        problems.AddRange(Check("with --keep-keys", Match(kept.After, second), RebuiltSteps.None));
        var third = await BuildAsync(s_files[2]);
        problems.AddRange(Check("without", Match(free.After, third), free.Rebuilt));
        if (second.Error is not null || third.Error is not null)
        {
            return new Outcome(
                proof, Verdict.Different, $"the build fails afterwards: {second.Error ?? third.Error}")
            { After = free.Text.Text };
        }

        problems.AddRange(await DifferencesAsync(first.ImageId!, third.ImageId!));
        var told = $"{Match(free.After, third).Count(pair => !pair.Told.IsCached)} of {Match(free.After, third).Count} steps built again";
        return problems.Count == 0
            ? new Outcome(proof, Verdict.Same, told)
            : new Outcome(proof, Verdict.Different, string.Join('\n', problems.Take(12))) { After = free.Text.Text };

        Task<BuildObservation> BuildAsync(string file) => builder.BuildAsync(
            new BuildRequest(context, file) { Target = proof.Target, BuildArguments = Arguments(proof) }, CancellationToken.None);

        List<(LayerStep Step, ObservedStep Told)> Match(SyntaxTree tree, BuildObservation observation)
        {
            var settings = BuildSettings.Default with
            {
                Target = proof.Target,
                BuildArguments = Arguments(proof),
                Store = connection.HasMerge ? ImageStore.Containerd : ImageStore.GraphDriver,
            };
            var plan = LayerPlan.Create(new BuildState(tree, context.Manifest, settings));
            var matched = StepMatcher.Match(plan, observation);
            return [.. plan.Steps.Zip(matched).Where(pair => pair.First.Kind == StepKind.Cached && pair.Second is not null)
                .Select(pair => (pair.First, pair.Second!))];
        }
    }

    private static ImmutableDictionary<string, string> Arguments(ProofCase proof) =>
        proof.BuildArguments.Select(argument => argument.Split('=', 2)).ToImmutableDictionary(parts => parts[0], parts => parts[1]);

    private static IEnumerable<string> Check(string name, IReadOnlyList<(LayerStep Step, ObservedStep Told)> steps, RebuiltSteps predicted)
    {
        foreach (var (step, told) in steps)
        {
            if (told.IsCached == predicted.Lines.Contains(step.Line) && !predicted.Perhaps.Contains(step.Line))
            {
                yield return $"{name}: line {step.Line} was {(told.IsCached ? "taken from the cache" : "built again")}, and the other "
                    + $"was predicted: {told.Name}";
            }
        }
    }

    private async Task<IEnumerable<string>> DifferencesAsync(string before, string after)
    {
        var number = Interlocked.Increment(ref s_next).ToString(CultureInfo.InvariantCulture);
        string[] names = [$"dockerlint-proof/format:{number}-before", $"dockerlint-proof/format:{number}-after"];
        try
        {
            await engine.TagAsync(before, "dockerlint-proof/format", number + "-before");
            await engine.TagAsync(after, "dockerlint-proof/format", number + "-after");
            var images = await engine.ReadAsync(names);
            return [.. Difference.Between(images[0], images[1]).Where(difference =>
                !offences.IsNoise(difference) && !IsLayoutOfTrigger(difference)).Select(difference => difference.ToString())];
        }
        finally
        {
            foreach (var name in names)
            {
                await engine.RemoveAsync(name);
            }
        }
    }

    // An image keeps the text of its triggers, of which the layout and the case of the keyword are a part.
    private static bool IsLayoutOfTrigger(Difference difference) => difference is { What: "config", Where: "OnBuild" }
        && WithoutBlanks(difference.Before).Equals(WithoutBlanks(difference.After), StringComparison.OrdinalIgnoreCase);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

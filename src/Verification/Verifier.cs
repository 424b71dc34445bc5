using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>
/// Holds an image to its Dockerfile: builds it, builds it again, runs it, reads it. This executes what the Dockerfile says. Whatever
/// happens, what was made is removed at the end unless it is to be kept.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="progress">Who looks on at builds; null for nobody.</param>
public sealed class Verifier(EngineConnection engine, IProgress<BuildProgress>? progress = null)
{
    private const int ShownWaste = 100;
    private const int ShownFiles = 10;

    /// <summary>Verifies. A broken promise is a finding; an engine that fails is the <see cref="VerificationReport.Problem"/>.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what was made is removed.</exception>
    public async Task<VerificationReport> RunAsync(VerifyRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var run = new RunScope(engine);
        var report = new VerificationReport { RunId = run.Id, EngineVersion = engine.EngineVersion };
        var work = new Work(this, request, run, report);
        var isWhole = false;
        try
        {
            try
            {
                await work.RunAsync(cancellation);
                report = work.Report;
                isWhole = true;
            }
            catch (EngineException exception)
            {
                report = work.Report with { Problem = exception.Message };
            }
            catch (Exception exception) when (EngineException.IsCausedByEngine(exception) && !cancellation.IsCancellationRequested)
            {
                report = work.Report with { Problem = EngineException.From("verifying", exception).Message };
            }
        }
        finally
        {
            if (request.Keeps)
            {
                report = report with { Remarks = [.. report.Remarks, $"what was made is kept, with the label {RunScope.Label}={run.Id}"] };
            }
            else
            {
                Tell("removing what was made");
                report = report with { Left = await run.RemoveAsync(isWhole) };
            }
        }

        return new SecretMask(request.Build.Secrets).Apply(report);
    }

    // Mutable: one verification on its way.
    private sealed class Work(Verifier verifier, VerifyRequest request, RunScope run, VerificationReport report)
    {
        private readonly ImageBuilder _builder = new(verifier.Engine, run, verifier.Progress);
        private readonly List<string> _open = [];
        private FindingList? _findings;
        private VerificationReport _report = report;

        internal VerificationReport Report => _report with { Findings = _findings?.All ?? [], NotChecked = _open };

        internal async Task RunAsync(CancellationToken cancellation)
        {
            verifier.Tell("building");
            var first = await BuildAsync(request.Build, cancellation);
            if (first.Error is { } error && BuildCheck.TroubleOfEngine(error) is { } trouble)
            {
                throw new EngineException($"{trouble}: {error}");
            }

            var state = await StateAsync(cancellation);
            var plan = LayerPlan.Create(state);
            _findings = new FindingList(plan);
            var observed = StepMatcher.Match(plan, first);
            _report = _report with
            {
                ImageId = first.ImageId,
                Warnings = first.Warnings,
                Steps = [.. plan.Steps.Zip(observed).Where(pair => pair.Second is { IsComplete: true }).Select(pair =>
                    new StepTiming(
                        pair.First.Line, pair.First.Instruction.LogicalLine.Text.Trim(), pair.Second!.IsCached, pair.Second.Duration))],
            };
            if (first.ImageId is not { } image)
            {
                BuildCheck.ReportFailure(plan, first, _findings);
                _open.Add("everything else: the image does not build");
                return;
            }

            await CheckCacheAsync(state, plan, cancellation);
            if (request.ReadsImage || request.RunsContainer)
            {
                await CheckImageAsync(plan, image, cancellation);
            }

            if (request.ChecksReproducibility)
            {
                await CheckReproducibilityAsync(plan, cancellation);
            }
        }

        private async Task<BuildState> StateAsync(CancellationToken cancellation)
        {
            var build = request.Build;
            var settings = new BuildSettings
            {
                Builder = build.Builder,
                Target = build.Target,
                Platform = build.Platform,
                BuildArguments = build.BuildArguments,
                IsUpload = false,
                Store = verifier.Engine.HasMerge ? ImageStore.Containerd : ImageStore.GraphDriver,
            };
            var model = BuildModel.Create(request.Tree, settings.ToBuildOptions());
            var images = await Deadline.RunAsync("looking at the base images", request.RunTimeout, stop =>
                BaseImages.ReadAsync(verifier.Engine, model, stop), cancellation);
            return new BuildState(request.Tree, build.Context.Manifest, settings) { Images = images };
        }

        private Task<BuildObservation> BuildAsync(BuildRequest build, CancellationToken cancellation) =>
            Deadline.RunAsync("the build", request.BuildTimeout, stop => _builder.BuildAsync(build, stop), cancellation);

        private async Task CheckCacheAsync(BuildState state, LayerPlan plan, CancellationToken cancellation)
        {
            verifier.Tell("building again");
            var second = await BuildAsync(request.Build with { IsPulling = false }, cancellation);
            if (second.Error is not null)
            {
                throw new EngineException($"the second build of the same files fails: {second.Error}");
            }

            BuildCheck.ReportNotReused(plan, second, _findings!);
            var runner = new ScenarioRunner(_builder, run, request.Build, state, request.BuildTimeout);
            var changes = request.RunsScenarios && request.Changes.IsEmpty && request.ArgumentChanges.IsEmpty
                ? ScenarioRunner.DefaultChanges(plan, request.Build.Dockerfile)
                : [.. request.Changes];
            foreach (var change in changes)
            {
                verifier.Tell($"building after {change} changed");
                Add(await runner.ChangeFileAsync(change, cancellation));
            }

            foreach (var (name, value) in request.ArgumentChanges)
            {
                verifier.Tell($"building after build argument {name} changed");
                Add(await runner.ChangeArgumentAsync(name, value, cancellation));
            }
        }

        private void Add(ScenarioOutcome outcome)
        {
            _report = _report with { Scenarios = [.. _report.Scenarios, outcome] };
            foreach (var step in outcome.Disagreements)
            {
                var predicted = step.Trace.Status.ToString().ToLowerInvariant();
                var place = step.Step.IsTrigger ? _findings!.Responsible<FromInstruction>() : step.Step.Instruction;
                _findings!.Add(VerificationRules.PredictionWrong, place,
                    $"when {outcome.Name}, {step.Step.Instruction.Name} is {(step.Observed!.IsCached ? "reused" : "rebuilt")}, and "
                        + $"{predicted} was predicted");
            }
        }

        private async Task CheckImageAsync(LayerPlan plan, string image, CancellationToken cancellation)
        {
            verifier.Tell("reading the image");
            var contents = await ReadAsync(image, hashesFiles: false, cancellation);
            _open.AddRange(contents.Problems);
            var tree = new ImageTree(contents);
            if (tree.IsCut)
            {
                _open.Add("a part of the paths of the image: there are too many");
            }

            var origins = LayerOrigins.Find(plan, contents);
            if (request.ReadsImage)
            {
                new ImageContentCheck(contents, tree, origins, request.Limits, _findings!).Run();
                var wasted = tree.Wasted.ToLookup(file => file.Layer, file => file.Size);
                _report = _report with
                {
                    Layers = [.. contents.Layers.Select((layer, i) => Describe(plan, layer, origins[i]) with { Wasted = wasted[i].Sum() })],
                    Wasted = [.. tree.Wasted.OrderByDescending(file => file.Size).ThenBy(file => file.Path, StringComparer.Ordinal)
                        .Take(ShownWaste)],
                };
            }

            new ImageUseCheck(contents.Config, tree, _findings!).Run();
            if (!request.RunsContainer)
            {
                return;
            }

            if (contents.Config.Arguments.Count == 0 && request.Container.Arguments is null)
            {
                _open.Add("the running container: the image has neither ENTRYPOINT nor CMD");
                return;
            }

            verifier.Tell("running the container");
            var runner = new ContainerRunner(verifier.Engine, run, request.Container);
            var seen = await Deadline.RunAsync("running the container", request.RunTimeout, stop =>
                runner.RunAsync(image, contents.Config, stop), cancellation);
            _report = _report with { Container = seen };
            _open.AddRange(new ContainerCheck(plan, contents.Config, request.Container, _findings!).Run(seen));
        }

        private static LayerReport Describe(LayerPlan plan, ImageLayer layer, InstructionSyntax? origin) => new(
            origin is null ? null : plan.State.Dockerfile.Source.Lines.GetLine(origin.Span.Start),
            origin is null || (origin is FromInstruction && layer.CreatedBy.Length > 0) ? WithoutArguments(layer.CreatedBy)
                : origin is FromInstruction ? plan.Model.Stages.First(stage => stage.From == origin).Base.Text ?? ""
                : origin.LogicalLine.Text.Trim(),
            layer.Size,
            layer.Files.Count,
            origin is FromInstruction)
        {
            Largest = [.. layer.Files.Where(file => file.Size > 0).OrderByDescending(file => file.Size).Take(ShownFiles)],
        };

        // Values of build arguments stand in the history of RUN: "RUN |1 TOKEN=x /bin/sh -c make".
        private static string WithoutArguments(string createdBy)
        {
            var (bar, shell) =
                (createdBy.IndexOf('|', StringComparison.Ordinal), createdBy.IndexOf(" /bin/sh -c", StringComparison.Ordinal));
            return bar is >= 0 and <= 4 && shell > bar ? createdBy[..bar] + createdBy[(shell + 1)..] : createdBy;
        }

        private Task<ImageContents> ReadAsync(string image, bool hashesFiles, CancellationToken cancellation) =>
            Deadline.RunAsync("reading the image", request.RunTimeout, async stop =>
            {
                await using var stream = await verifier.Engine.Client.Images.SaveImageAsync(image, stop);
                try
                {
                    return await new ImageArchiveReader(ImageReadLimits.Default, hashesFiles).ReadAsync(stream, stop);
                }
                catch (InvalidDataException exception)
                {
                    throw new EngineException($"the engine's export of the image cannot be read: {exception.Message}");
                }
            }, cancellation);

        private async Task CheckReproducibilityAsync(LayerPlan plan, CancellationToken cancellation)
        {
            var images = new List<ImageContents>();
            for (var i = 0; i < 2; i++)
            {
                verifier.Tell(i == 0 ? "building without cache" : "building without cache once more");
                var cold = await BuildAsync(request.Build with { NoCache = true, IsPulling = false }, cancellation);
                if (cold.ImageId is not { } image)
                {
                    throw new EngineException(string.Create(CultureInfo.InvariantCulture, $"cold build {i + 1} fails: {cold.Error}"));
                }

                images.Add(await ReadAsync(image, hashesFiles: true, cancellation));
            }

            if (ReproducibilityCheck.Compare(images[0], images[1], LayerOrigins.Find(plan, images[0]), _findings!) is { } remark)
            {
                _report = _report with { Remarks = [.. _report.Remarks, remark] };
            }
        }
    }

    private void Tell(string phase) => progress?.Report(new BuildProgress(BuildProgressKind.Phase, phase, ""));

    private EngineConnection Engine => engine;

    private IProgress<BuildProgress>? Progress => progress;
}

using System.Globalization;
using Docker.DotNet.Models;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>One verification on its way; mutable for that reason.</summary>
internal sealed class VerificationWork(Verifier verifier, VerifyRequest request, RunScope run, VerificationReport report)
{
    private readonly ImageBuilder _builder = new(verifier.Engine, run, verifier.Progress);
    private readonly List<string> _open = [];
    private FindingList? _findings;
    private VerificationReport _report = report;

    internal VerificationReport Report
    {
        get
        {
            if (_findings is null)
            {
                return _report with { NotChecked = _open };
            }

            return Finish(_report, _findings, _open, request.Accepted);
        }
    }

    /// <summary>The report with what was found, kept and not checked.</summary>
    internal static VerificationReport Finish(
        VerificationReport report, FindingList findings, IReadOnlyList<string> open, IReadOnlyList<AcceptedFinding> accepts)
    {
        var all = findings.All.Concat(open.Select(findings.Open)).ToList();
        var accepted = all.Select(finding => (Finding: finding, By: accepts.FirstOrDefault(one => one.Accepts(finding))))
            .Where(pair => pair.By is not null).ToList();
        return report with
        {
            Findings = [.. all.Except(accepted.Select(pair => pair.Finding))],
            Accepted = [.. accepted.Select(pair => $"{pair.Finding.RuleId}: {pair.Finding.Message} ({pair.By!.Reason})")],
            Kept = findings.Kept,
            Skipped = findings.Skipped,
            NotChecked = [.. open, .. findings.Following],
        };
    }

    internal async Task RunAsync(CancellationToken cancellation)
    {
        if (request.Image is { } named)
        {
            await VerifyImageAsync(named, cancellation);
            return;
        }

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
            _findings.Follow("everything else: the image does not build");
            return;
        }

        _findings.Keep(VerificationRules.BuildFails, (InstructionSyntax?)null, "the image builds");
        await CheckCacheAsync(state, plan, cancellation);
        if (request.ReadsImage || request.RunsContainer)
        {
            await CheckImageAsync(plan, image, request.Build.IsMarked, cancellation);
        }

        if (request.ChecksReproducibility)
        {
            await CheckReproducibilityAsync(plan, cancellation);
        }
    }

    private async Task VerifyImageAsync(string image, CancellationToken cancellation)
    {
        verifier.Tell($"looking at {image}");
        string id;
        try
        {
            id = (await verifier.Engine.Client.Images.InspectImageAsync(image, cancellation)).ID;
        }
        catch (Docker.DotNet.DockerApiException exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            throw new EngineException($"the engine has no image {image}; docker pull {image} gets it");
        }

        var tree = request.Tree;
        if (!request.HasDockerfile)
        {
            var contents = await ReadAsync(image, hashesFiles: false, cancellation);
            var baseImage = await BaseImages.FindBelowAsync(verifier.Engine, id, contents.Config, cancellation);
            tree = HistoryText.ToDockerfile(contents.Config, image, baseImage);
        }

        var plan = LayerPlan.Create(new BuildState(tree, request.Build.Context.Manifest, new BuildSettings()));
        _findings = new FindingList(plan);
        _report = _report with { ImageId = id, Tree = request.HasDockerfile ? null : tree };
        await CheckImageAsync(plan, image, isMarked: false, cancellation);
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

        BuildCheck.ReportNotReused(plan, second, _findings!, _open);
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
        if (outcome.Compared == 0)
        {
            var why = outcome.Error is { } error ? $"the build fails ({error})" : "the engine does not tell what it does";
            _findings!.Add(VerificationRules.NothingCompared, (InstructionSyntax?)null,
                $"when {outcome.Name}, no step can be compared with the prediction: {why}");
        }
        else if (!outcome.Disagreements.Any())
        {
            _findings!.Keep(VerificationRules.PredictionWrong, (InstructionSyntax?)null,
                $"when {outcome.Name}, the engine does what was predicted ({outcome.Compared} steps)");
        }

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

    private async Task CheckImageAsync(LayerPlan plan, string image, bool isMarked, CancellationToken cancellation)
    {
        verifier.Tell("reading the image");
        var (contents, tree) = await WantedContents.ReadAsync(
            Expectation.Paths(request.Expectations),
            wanted => ReadAsync(image, hashesFiles: request.Comparison is not null, cancellation, [.. wanted]));
        var inspection = new ImageInspection(plan, request, _findings!);
        _report = inspection.Run(_report, contents, tree, LayerOrigins.Find(plan, contents, isMarked), _open);
        await CompareAsync(contents, tree, cancellation);
        await new ExpectationCheck(verifier.Engine, run, request, contents.Config, tree, _findings!)
            .RunAsync(image, _open, cancellation);
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
        var runner = new ContainerRunner(verifier.Engine, run, request.Container, contents.Config, tree);
        var search = new SandboxSearch(runner, request.Container, contents.Config, tree);
        var seen = await Deadline.RunAsync("running the container", request.RunTimeout, stop => search.RunAsync(image, stop), cancellation);
        _report = _report with { Container = seen };
        _open.AddRange(new ContainerCheck(plan, contents.Config, request.Container, _findings!).Run(seen));
    }

    private async Task CompareAsync(ImageContents contents, ImageTree tree, CancellationToken cancellation)
    {
        if (request.Comparison is not { } comparison)
        {
            return;
        }

        var other = comparison.Inventory;
        if (other is null)
        {
            verifier.Tell($"reading {comparison.Name}");
            var theirs = await ReadAsync(comparison.Name, hashesFiles: true, cancellation);
            other = ImageInventory.Of(theirs, new ImageTree(theirs));
        }

        var result = ImageComparison.Of(other, ImageInventory.Of(contents, tree));
        result.Report(comparison, _findings!);
        _report = _report with { Comparison = result };
    }

    /// <summary>Gives the image the name that was asked for if it is good enough.</summary>
    internal async Task<VerificationReport> TagAsync(VerificationReport done, CancellationToken cancellation)
    {
        if (request.Tag is not { } name || done.ImageId is not { } image)
        {
            return done;
        }

        if (!request.IsGood(done))
        {
            return done with { Remarks = [.. done.Remarks, $"the image is not named {name}: not every promise is kept"] };
        }

        var reference = ImageReference.TryParse(name);
        await verifier.Engine.Client.Images.TagImageAsync(image, new ImageTagParameters
        {
            RepositoryName = reference?.Tag is { } tag ? name[..^(tag.Length + 1)] : name,
            Tag = reference?.Tag ?? "latest",
        }, cancellation);
        return done with { Remarks = [.. done.Remarks, $"the verified image {image} is named {name}"] };
    }

    private Task<ImageContents> ReadAsync(
        string image, bool hashesFiles, CancellationToken cancellation, IReadOnlyList<string>? wanted = null) =>
        Deadline.RunAsync("reading the image", request.RunTimeout, async stop =>
        {
            await using var stream = await verifier.Engine.Client.Images.SaveImageAsync(image, stop);
            try
            {
                return await new ImageArchiveReader(ImageReadLimits.Default, hashesFiles, wanted).ReadAsync(stream, stop);
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

        var origins = LayerOrigins.Find(plan, images[0], request.Build.IsMarked);
        if (ReproducibilityCheck.Compare(images[0], images[1], origins, _findings!) is { } remark)
        {
            _report = _report with { Remarks = [.. _report.Remarks, remark] };
        }

        _findings!.KeepUnlessFound(VerificationRules.NotReproducible, "two builds without cache give the same files");
    }
}

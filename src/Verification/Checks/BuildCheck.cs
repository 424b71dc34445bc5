using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Says at which line a build failed, and which steps a second build did again.</summary>
internal static class BuildCheck
{
    private const int ShownLines = 6;

    private static readonly string[] s_networkWords =
        ["dial tcp", "no such host", "i/o timeout", "TLS handshake timeout", "connection refused", "Client.Timeout", "toomanyrequests"];

    /// <summary>What is wrong with the engine or its network, where that and not the Dockerfile is why a build fails; else null.</summary>
    internal static string? TroubleOfEngine(string error) =>
        error.Contains("no space left on device", StringComparison.Ordinal) ? "the engine has no room left"
        : error.Contains("/v2/", StringComparison.Ordinal) && s_networkWords.Any(word => error.Contains(word, StringComparison.Ordinal))
            ? "the engine cannot reach the registry"
        : null;

    internal static void ReportFailure(LayerPlan plan, BuildObservation observation, FindingList findings)
    {
        var observed = StepMatcher.Match(plan, observation);
        for (var i = 0; i < observed.Count; i++)
        {
            if (observed[i] is { Error: { } error } step && !IsCancelled(error))
            {
                var log = step.Log.Where(line => line.Trim().Length > 0).TakeLast(ShownLines).ToList();
                var tail = log.Count > 0 ? "; its last lines: " + string.Join(" | ", log.Select(line => line.Trim())) : "";
                findings.Add(VerificationRules.BuildFails, Shown(plan, plan.Steps[i]), $"the build fails here: {Short(error)}{tail}");
                return;
            }
        }

        findings.Add(VerificationRules.BuildFails, Place(plan, observation), $"the build fails: {Short(observation.Error!)}");
    }

    internal static void ReportNotReused(LayerPlan plan, BuildObservation second, FindingList findings, List<string> open)
    {
        var observed = StepMatcher.Match(plan, second);
        var wanted = plan.Steps.Count(step => step.Kind == StepKind.Cached && step.Instruction is not FromInstruction);
        if (wanted > 0 && observed.All(step => step is null))
        {
            open.Add("whether a second build reuses the steps: the engine does not tell what it does");
            return;
        }

        for (var i = 0; i < observed.Count; i++)
        {
            if (plan.Steps[i] is { Kind: StepKind.Cached } step && observed[i] is { IsCached: false, IsComplete: true })
            {
                findings.Add(VerificationRules.StepNotReused, Shown(plan, step),
                    $"{step.Instruction.Name} is done again by a second build of the same files");
            }
        }

        findings.KeepUnlessFound(VerificationRules.StepNotReused, "a second build of the same files reuses every step");
    }

    private static InstructionSyntax Shown(LayerPlan plan, LayerStep step) =>
        step.IsTrigger ? plan.Model.Stages[step.StageIndex!.Value].From : step.Instruction;

    // BuildKit cancels the steps beside the one that fails.
    private static bool IsCancelled(string error) => error.Contains("context canceled", StringComparison.Ordinal);

    private static string Short(string error)
    {
        const string Solve = "failed to solve: ";
        const string CheckSum = "failed to calculate checksum of ref ";
        var text = error.StartsWith(Solve, StringComparison.Ordinal) ? error[Solve.Length..] : error;

        // The name of BuildKit's snapshot tells nobody anything; behind it stands the path.
        var path = text.IndexOf(": \"", StringComparison.Ordinal);
        text = text.StartsWith(CheckSum, StringComparison.Ordinal) && path > 0 ? text[(path + 2)..] : text;
        return text.Length > 400 ? text[..400] + "..." : text;
    }

    // The line a parse error names, the FROM whose image the error names, or the first FROM.
    private static InstructionSyntax? Place(LayerPlan plan, BuildObservation observation)
    {
        var error = observation.Error!;
        var at = error.IndexOf("line ", StringComparison.Ordinal);
        var digits = at < 0 ? "" : new string([.. error[(at + 5)..].TakeWhile(char.IsAsciiDigit)]);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && plan.Steps.FirstOrDefault(step => step.Line <= line && line <= step.EndLine) is { } step)
        {
            return step.Instruction;
        }

        var failed = observation.Steps.FirstOrDefault(candidate => candidate.Error is not null)?.Name ?? error;
        return plan.Model.Stages.FirstOrDefault(stage =>
            stage.Base.Text is { } name && failed.Contains(BuildState.FullName(name), StringComparison.Ordinal))?.From
            ?? plan.Model.Stages.FirstOrDefault(stage =>
                stage.Base.Text is { Length: > 0 } name && stage.Base.Stage is null && error.Contains(name, StringComparison.Ordinal))?.From
            ?? plan.Model.Stages[0].From;
    }
}

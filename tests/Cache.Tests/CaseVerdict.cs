using Dockerlint.Cache;

namespace Dockerlint.Tests;

/// <summary>How a prediction compares with what was measured.</summary>
internal sealed record CaseVerdict(MeasuredCase Case, IReadOnlyList<string> Disagreements, int Unknown, int Judged)
{
    internal static CaseVerdict Of(MeasuredCase measured)
    {
        var trace = measured.Predict();
        var wrong = new List<string>();
        var unknown = 0;
        var judged = 0;
        var taken = new HashSet<StepTrace>();
        foreach (var (line, text, isCached) in measured.Expected)
        {
            var isTrigger = text.StartsWith("ONBUILD-TRIGGER", StringComparison.Ordinal);
            var step = trace.Steps.FirstOrDefault(step =>
                step.Step.Line == line && step.Step.IsTrigger == isTrigger && !taken.Contains(step));
            judged++;
            if (step is null)
            {
                wrong.Add($"{measured.Id}: line {line} {text}: no step");
                continue;
            }

            taken.Add(step);
            if (step.Status == StepStatus.Unknown || (isCached && step is { Certainty: StepCertainty.Open, Status: StepStatus.Rebuilt }))
            {
                unknown++;
            }
            else if (step.Status != (isCached ? StepStatus.Reused : StepStatus.Rebuilt))
            {
                wrong.Add($"{measured.Id}: line {line} {text}: {step.Status} ({step.Cause?.Detail}), measured "
                    + $"{(isCached ? "reused" : "rebuilt")}");
            }
        }

        return new CaseVerdict(measured, wrong, unknown, judged);
    }
}

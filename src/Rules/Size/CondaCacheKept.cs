using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CondaCacheKept : Rule
{
    public override RuleInfo Info { get; } = new("DK4008", "conda-cache-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Doc = new(
            "conda keeps downloaded packages in the image.",
            """
            Archives, indexes and unpacked copies take as much room as what was installed. Clean them in the same RUN, or keep them in a
            cache mount. Stages whose layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM continuumio/miniconda3:24.9.2-0
                    RUN conda install -y numpy
                    """,
                    Good: """
                    FROM continuumio/miniconda3:24.9.2-0
                    RUN conda install -y numpy && conda clean -afy
                    """),
                new(
                    Bad: """
                    FROM continuumio/miniconda3:24.9.2-0
                    RUN conda env update -f environment.yml
                    """,
                    Good: """
                    FROM continuumio/miniconda3:24.9.2-0
                    RUN --mount=type=cache,target=/opt/conda/pkgs conda env update -f environment.yml
                    """),
            ])
        {
            Remedy = """
                End the `RUN` with `conda clean -afy` (or the same with `mamba` or `micromamba`), or install with `RUN
                --mount=type=cache,target=/opt/conda/pkgs`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(CondaTools.Conda, static (use, context) =>
    {
        var run = (RunInstruction)use.Instruction;
        if (!use.Invocation.Does(EffectKind.Installs) || RunMounts.Covers(run, "pkgs")
            || !(use.IsTrigger || context.Model.IsShipped(use.Stage)))
        {
            return;
        }

        foreach (var other in context.Model.InvocationsOf(run))
        {
            var isBefore = other.Invocation.NameSpan.Start < use.Invocation.NameSpan.Start;
            if (Cleans(other.Invocation)
                || (isBefore && other.Invocation.Tool == CondaTools.Conda && other.Invocation.Does(EffectKind.Installs)))
            {
                return;
            }
        }

        var name = use.Invocation.Name;
        context.Report(use.Invocation.NameSpan, $"{name} keeps its downloads in the image: end the RUN with {name} clean -afy");
    });

    private static bool Cleans(Invocation command)
    {
        foreach (var effect in command.Effects)
        {
            if ((effect.Kind == EffectKind.CleansCache && command.Tool == CondaTools.Conda)
                || (effect.Kind == EffectKind.Deletes
                    && effect.Targets.Any(target => target.IsOpen || target.Text.Contains("pkgs", StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }
}

using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DK4008.</summary>
public sealed class CondaCacheKept : Rule
{
    private static readonly string[] s_names = ["conda", "mamba", "micromamba"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK4008", "conda-cache-kept", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Doc = new("conda keeps downloaded packages in the image.",
            "Archives, indexes and unpacked copies take as much room as what was installed. Clean them in the same RUN, or keep them in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM continuumio/miniconda3:24.9.2-0\nRUN conda install -y numpy\n", "FROM continuumio/miniconda3:24.9.2-0\nRUN conda install -y numpy && conda clean -afy\n"),
             new("FROM continuumio/miniconda3:24.9.2-0\nRUN conda env update -f environment.yml\n", "FROM continuumio/miniconda3:24.9.2-0\nRUN --mount=type=cache,target=/opt/conda/pkgs conda env update -f environment.yml\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (RunMounts.Covers(script.Instruction, "pkgs") || !(script.IsTrigger || context.Model.IsShipped(script.Stage)))
        {
            return;
        }

        var uses = script.Commands.Where(use => s_names.Contains(Name(use))).ToList();
        var isCleaned = uses.Any(use => use.Arguments.Contains("clean")) || script.Commands.Any(use => use.Command.Name == "rm" && use.Arguments.Any(word => word is null || word.Contains("pkgs", StringComparison.Ordinal)));
        if (!isCleaned && uses.Find(use => use.Arguments is ["install" or "update" or "create", ..] or ["env", "create" or "update", ..]) is { } install)
        {
            context.Report(install.NameSpan, $"{Name(install)} keeps its downloads in the image: end the RUN with {Name(install)} clean -afy");
        }
    });

    private static string? Name(CommandUse use) => use.Command.Name is { } name ? name[(name.LastIndexOf('/') + 1)..] : null;
}

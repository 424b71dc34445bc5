using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>One file with all that is known around it: an input for each build of it.</summary>
/// <param name="Inputs">The inputs; at least one, all with the same text.</param>
/// <param name="Contexts">The build contexts that are known.</param>
public sealed record FileInputs(IReadOnlyList<LintInput> Inputs, IReadOnlyList<KnownContext> Contexts)
{
    /// <summary>The .dockerignore files that apply, whether they exist or not.</summary>
    public IReadOnlyList<string> IgnorePaths =>
        [.. Contexts.Where(context => context.Context is not null).Select(context => context.IgnorePath).Distinct()];

    /// <summary>What of the contexts cannot be read.</summary>
    public IEnumerable<string> Problems => Contexts.Select(context => context.Problem).OfType<string>();

    /// <summary>Gathers the inputs of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="builds">Its builds; null when nobody describes them.</param>
    /// <param name="contextOf">Finds the context of a path, from the folder that somebody describes.</param>
    /// <param name="foreign">Another program to ask; null when there is none.</param>
    public static FileInputs Of(
        SourceText source, IReadOnlyList<KnownBuild>? builds, Func<string, string?, KnownContext?> contextOf, IForeignLinter? foreign)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(contextOf);
        var input = new LintInput(source) { Foreign = foreign };
        var known = (builds ?? (IReadOnlyList<KnownBuild?>)[null])
            .Select(build => (Build: build, Context: contextOf(source.Path, build?.Context))).ToList();
        return new FileInputs(
            [.. known.Select(each => input with { Build = each.Build?.Target, Context = each.Context?.Context })],
            [.. known.Select(each => each.Context).OfType<KnownContext>()]);
    }

    /// <summary>What linting all of them gives.</summary>
    /// <param name="linter">The linter.</param>
    /// <param name="probe">Is told which part of the work begins; null when nobody measures.</param>
    public LintResult Lint(Linter linter, LintProbe? probe = null)
    {
        ArgumentNullException.ThrowIfNull(linter);
        return LintResult.Unite([.. Inputs.Select(input => linter.Lint(input, probe))]);
    }

    /// <summary>The stages that builds ask for and the file has not: such a build cannot work.</summary>
    /// <param name="source">The file.</param>
    /// <param name="builds">Its builds; null when nobody describes them.</param>
    public static IEnumerable<string> MissingStages(SourceText source, IReadOnlyList<KnownBuild>? builds)
    {
        ArgumentNullException.ThrowIfNull(source);
        var targets = (builds ?? []).Select(build => build.Target)
            .Where(target => target.Target?.Contains('$', StringComparison.Ordinal) == false).ToList();
        if (targets.Count == 0)
        {
            return [];
        }

        var model = BuildModel.Create(DockerfileParser.Parse(source));
        return targets.Where(target => model.FindStage(target.Target!) is null)
            .Select(target => $"{target.Name} builds the stage {target.Target} of {source.Path}, and there is no such stage");
    }
}

using Dockerlint.Formatting;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Session;

/// <summary>
/// A Dockerfile as it stands in an editor, with its configuration and context. Everything is computed when it is first asked for, and
/// then kept: a changed text is another document. May be used from several threads.
/// </summary>
public sealed class SessionDocument
{
    private readonly ISessionFiles _files;
    private readonly Lazy<(ConfiguredLinter? Linter, IReadOnlyList<ConfigError> Errors)> _configured;
    private readonly Lazy<FileInputs> _inputs;
    private readonly Lazy<LintedText> _linted;

    /// <summary>Opens a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="files">What is known around it.</param>
    /// <param name="foreign">Another program to ask at once, by the configuration; null when there is none.</param>
    public SessionDocument(SourceText source, ISessionFiles files, Func<ResolvedConfig, IForeignLinter?>? foreign = null)
    {
        Source = source;
        _files = files;
        _configured = new(() => (files.LinterFor(source.Path, out var errors), errors));
        _inputs = new(() => FileInputs.Of(source, builds: null, files.ContextOf, foreign: null));
        _linted = new(() => Configured is { } configured
            ? configured.Linter.Examine(Weighed(foreign?.Invoke(configured.Config), configured.Config))
            : new LintedText(BuildModel.Create(DockerfileParser.Parse(source)), new LintResult([], [])));
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The linter of its configuration; null when that is broken.</summary>
    public ConfiguredLinter? Configured => _configured.Value.Linter;

    /// <summary>What is wrong with its configuration.</summary>
    public IReadOnlyList<ConfigError> ConfigErrors => _configured.Value.Errors;

    /// <summary>What is known around it.</summary>
    public FileInputs Inputs => _inputs.Value;

    /// <summary>The tree.</summary>
    public SyntaxTree Tree => Model.Tree;

    /// <summary>The build model.</summary>
    public BuildModel Model => _linted.Value.Model;

    /// <summary>The findings.</summary>
    public LintResult Findings => _linted.Value.Result;

    /// <summary>The build context; null when none is known.</summary>
    public LintContext? Context => Inputs.Inputs[0].Context;

    /// <summary>The findings with those of another program, which are weighed as the configuration wants it.</summary>
    /// <param name="foreign">The other program.</param>
    public LintResult FindingsWith(IForeignLinter foreign) => Configured is not { } configured ? Findings
        : configured.Linter.Lint(Weighed(foreign, configured.Config));

    private LintInput Weighed(IForeignLinter? foreign, ResolvedConfig config) =>
        Inputs.Inputs[0] with { Foreign = foreign is null ? null : new WeighedFindings(foreign, config) };

    /// <summary>What fixing it comes to; null when its configuration is broken.</summary>
    /// <param name="selection">Which fixes are wanted.</param>
    /// <param name="foreign">Another program to ask; null when there is none.</param>
    public FixResult? Fix(FixSelection selection, IForeignLinter? foreign = null)
    {
        if (Configured is not { } configured)
        {
            return null;
        }

        var loop = new FixLoop(configured.Linter, selection);
        IReadOnlyList<LintInput> inputs = [Weighed(foreign, configured.Config)];
        return FixedLayout.Keep(loop, inputs, loop.Run(inputs), () => _files.StyleOf(Source.Path, configured.Config));
    }

    /// <summary>What formatting it comes to; null when its configuration is broken.</summary>
    /// <param name="range">The first and the last line, from 1, of what is formatted; null for all of it.</param>
    public FormatResult? Format((int First, int Last)? range = null) => Configured is not { } configured ? null
        : Formatter.Format(Tree, new FormatOptions { Style = _files.StyleOf(Source.Path, configured.Config), Range = range });
}

using System.Collections;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>All commands of all scripts as they really run, in source order.</summary>
internal sealed class CommandLines : IFact<CommandLines>, IEnumerable<CommandLine>
{
    private readonly CommandLine[] _lines;
    private readonly ILookup<ScriptUse, CommandLine> _byScript;

    private CommandLines(CommandLine[] lines)
    {
        _lines = lines;
        _byScript = lines.ToLookup(line => line.Script);
    }

    /// <inheritdoc/>
    public static CommandLines Compute(BuildModel model) =>
        new([.. model.Scripts.SelectMany(script => script.Commands).Select(CommandLine.Of).OfType<CommandLine>()]);

    /// <inheritdoc/>
    public IEnumerator<CommandLine> GetEnumerator() => ((IEnumerable<CommandLine>)_lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The commands of one script.</summary>
    internal IEnumerable<CommandLine> Of(ScriptUse script) => _byScript[script];

    /// <summary>The commands of one stage.</summary>
    internal IEnumerable<CommandLine> Of(Stage stage) => _lines.Where(line => line.Script.Stage == stage);
}

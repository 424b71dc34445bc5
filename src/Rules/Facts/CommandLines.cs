using System.Collections;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>All commands of all scripts as they really run, in source order.</summary>
internal sealed class CommandLines : IFact<CommandLines>, IEnumerable<CommandLine>
{
    private readonly CommandLine[] _lines;
    private readonly ILookup<ScriptUse, CommandLine> _byScript;
    private readonly ILookup<Stage, CommandLine> _byStage;
    private Dictionary<ShellCommand, CommandLine>? _byCommand;

    private CommandLines(CommandLine[] lines)
    {
        _lines = lines;
        _byScript = lines.ToLookup(line => line.Script);
        _byStage = lines.ToLookup(line => line.Script.Stage);
    }

    /// <inheritdoc/>
    public static CommandLines Compute(FileFacts file) =>
        new([.. file.Model.Scripts.SelectMany(script => script.Commands).Select(CommandLine.Of).OfType<CommandLine>()]);

    /// <inheritdoc/>
    public IEnumerator<CommandLine> GetEnumerator() => ((IEnumerable<CommandLine>)_lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The commands of one script.</summary>
    internal IEnumerable<CommandLine> Of(ScriptUse script) => _byScript[script];

    /// <summary>The command that runs a node of a script; null when that is none.</summary>
    internal CommandLine? Of(ShellCommand command) => (_byCommand ??= ByCommand()).GetValueOrDefault(command);

    /// <summary>The commands of one stage.</summary>
    internal IEnumerable<CommandLine> Of(Stage stage) => _byStage[stage];

    private Dictionary<ShellCommand, CommandLine> ByCommand()
    {
        var found = new Dictionary<ShellCommand, CommandLine>(ReferenceEqualityComparer.Instance);
        foreach (var line in _lines)
        {
            found.TryAdd(line.Use.Command, line);
        }

        return found;
    }
}

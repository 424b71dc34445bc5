using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>A simple command in a script.</summary>
/// <param name="Script">The script.</param>
/// <param name="Command">The command, in offsets of the script's text.</param>
public sealed record CommandUse(ScriptUse Script, SimpleCommand Command)
{
    private IReadOnlyList<string?>? _arguments;

    /// <summary>The instruction.</summary>
    public RunInstruction Instruction => Script.Instruction;

    /// <summary>The text of the script.</summary>
    public MappedText Text => Script.Text;

    /// <summary>Where the name of the command stands in the source.</summary>
    public TextSpan NameSpan => Text.ToSource(Command.Words[0].Span);

    /// <summary>The words behind the name; null stands for one whose value only the shell knows. Computed once.</summary>
    public IReadOnlyList<string?> Arguments => _arguments ??= [.. Command.Words.Skip(1).Select(Script.Resolve)];

    /// <summary>Where the argument of that index stands in the source.</summary>
    public TextSpan ArgumentSpan(int index) => Text.ToSource(Command.Words[index + 1].Span);
}

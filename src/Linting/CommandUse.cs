using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>A simple command in the script of an instruction.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Text">The script's text.</param>
/// <param name="Command">The command, in offsets of <paramref name="Text"/>.</param>
public sealed record CommandUse(CommandInstruction Instruction, MappedText Text, SimpleCommand Command)
{
    /// <summary>Where the name of the command stands in the source.</summary>
    public TextSpan NameSpan => Text.ToSource(Command.Words[0].Span);
}

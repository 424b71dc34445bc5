using Dockerlint.Syntax.Grammar;

namespace Dockerlint.Syntax;

/// <summary>What every instruction begins with; the builder collects it before it knows the arguments.</summary>
internal sealed record InstructionHead(
    LogicalLine Line, int Start, int Length, SyntaxToken Keyword, IReadOnlyList<FlagSyntax> Flags, SyntaxToken? FlagsEnd,
    IReadOnlyList<HeredocSyntax> Heredocs, bool HasEmptyContinuation,
    WordGrammar Words);

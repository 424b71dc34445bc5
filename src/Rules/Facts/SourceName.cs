using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>What a COPY --from or the from of a mount names.</summary>
/// <param name="Instruction">COPY or RUN.</param>
/// <param name="Text">The name after expansion; null when it is not known.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record SourceName(InstructionSyntax Instruction, string? Text, TextSpan Span);

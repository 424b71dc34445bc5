using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A heredoc marker found in a logical line.</summary>
internal sealed record HeredocMarker(string Name, bool IsExpanded, bool StripsTabs, long FileDescriptor, TextSpan Span);

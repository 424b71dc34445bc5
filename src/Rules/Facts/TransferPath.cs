using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A source or destination of COPY or ADD.</summary>
/// <param name="Text">The path after expansion; null when it is not known.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct TransferPath(string? Text, TextSpan Span)
{
    /// <summary>The last part of the path; null when it is not known.</summary>
    internal string? FileName => Text?.TrimEnd('/') is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;
}

using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>A rule named by a suppression comment.</summary>
/// <param name="Name">Code, name or alias as written.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct SuppressedName(string Name, TextSpan Span);

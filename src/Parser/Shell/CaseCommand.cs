using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>case</c> to <c>esac</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Subject">The word that is matched.</param>
/// <param name="Items">The items in order.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record CaseCommand(TextSpan Span, ShellWord Subject, ImmutableArray<CaseItem> Items, ImmutableArray<Redirect> Redirects)
    : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [Subject, .. Items, .. Redirects];
}

using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Which commands of a script some path leads to.</summary>
internal sealed class ReachedCommands
{
    private readonly HashSet<ShellNode> _dead = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ShellNode> _alive = new(ReferenceEqualityComparer.Instance);

    /// <summary>Commands that no path leads to.</summary>
    internal IEnumerable<ShellNode> Never => _dead.Where(command => !_alive.Contains(command));

    /// <summary>Notes a command that is come to.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isDead">Whether what stands before it never goes on.</param>
    internal void Add(ShellNode command, bool isDead) => (isDead ? _dead : _alive).Add(command);
}

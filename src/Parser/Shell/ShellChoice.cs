using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Pidgin;

namespace Dockerlint.Syntax.Shell;

/// <summary>Tells from the next characters which alternative to take; behind the last one means the input fails.</summary>
internal delegate int ShellSelector(ReadOnlySpan<char> ahead);

/// <summary>
/// A choice that looks at the next characters and takes one alternative for good: no backtracking, so no <c>Try</c>.
/// </summary>
internal sealed class ShellChoice<T>(int width, ShellSelector select, params Parser<char, T>[] alternatives) : Parser<char, T>
{
    private readonly Parser<char, T> _none = Parser<char>.Fail<T>("unexpected character");

    /// <inheritdoc/>
    public override bool TryParse(
        ref ParseState<char> state, ref PooledList<Expected<char>> expecteds, [MaybeNullWhen(false)] out T result)
    {
        // Every recursion of the grammar comes through a choice: the caller may have a small stack.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var index = select(state.LookAhead(width));
        var chosen = index < alternatives.Length ? alternatives[index] : _none;
        return chosen.TryParse(ref state, ref expecteds, out result);
    }
}

using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>How a command runs another one.</summary>
/// <param name="Kind">Where the other one stands.</param>
public sealed record RunsSpec(RunsKind Kind)
{
    /// <summary>How many operands stand before it: the time of timeout, the root of chroot.</summary>
    public int Skip { get; init; }

    /// <summary>The options of which one has to be there, or whose value the command is; empty when none has to.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Whether the value of the option is the script, rather than the first operand.</summary>
    public bool IsOptionValue { get; init; }

    /// <summary>Whether words with an equals sign before it set variables.</summary>
    public bool TakesAssignments { get; init; }

    /// <summary>Whether further words are added that only a running shell knows.</summary>
    public bool AddsWords { get; init; }

    /// <summary>The programs that are told apart behind it; empty for every one. An interpreter's operand is else a mere file.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>The options with which it runs nothing: <c>command -v</c>.</summary>
    public ImmutableArray<string> Unless { get; init; } = [];

    /// <summary>
    /// Whether the other command does to files what it does alone, with these options or those for a folder, a user or variables; a
    /// wrapper may have others with which it does not.
    /// </summary>
    public bool IsTransparent { get; init; }

    /// <summary>The options that change nothing of that.</summary>
    public ImmutableArray<string> TransparentOptions { get; init; } = [];

    /// <summary>Whether the other command runs as root, with another environment, unless an option says otherwise.</summary>
    public bool IsAsRoot { get; init; }

    /// <summary>What words of the command are replaced by others; null when nothing is.</summary>
    public string? Replaces { get; init; }

    /// <summary>The word that ends the command: the three colons of parallel; null when all that follows is part of it.</summary>
    public string? EndsAt { get; init; }

    /// <summary>The other command does to files what it does alone, with these options too, names separated by bars.</summary>
    internal RunsSpec Through(string options = "") => this with
    {
        IsTransparent = true,
        TransparentOptions = options.Length == 0 ? [] : Notation.Names(options),
    };
}

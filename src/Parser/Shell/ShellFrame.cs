namespace Dockerlint.Syntax.Shell;

/// <summary>An open construct of the scanner.</summary>
internal sealed class ShellFrame(ShellFrameKind kind, int start)
{
    internal ShellFrameKind Kind { get; } = kind;

    internal int Start { get; } = start;

    /// <summary>The word and the command position to go on with behind it.</summary>
    internal int SavedWordStart { get; init; } = NoWord;

    internal bool SavedCommandPosition { get; init; }

    internal int SavedPending { get; init; }

    internal int SavedComments { get; init; }

    internal int SavedHeredocs { get; init; }

    /// <summary>Whether it is (inside of) text in double quotes, where a single quote is literal.</summary>
    internal bool IsQuoted { get; set; }

    /// <summary>Whether an arithmetic frame is a command and no expansion.</summary>
    internal bool IsCommand { get; init; }

    internal int Parentheses { get; set; }

    internal int Keywords { get; set; }

    internal bool SeenIn { get; set; }

    internal bool InConditional { get; set; }

    internal const int NoWord = int.MaxValue;
}

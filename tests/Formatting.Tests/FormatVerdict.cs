namespace Dockerlint.Tests.Formatting;

/// <summary>What a formatter did to a file.</summary>
internal enum FormatVerdict
{
    /// <summary>It means the same.</summary>
    Same,

    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>The engine rejects the result.</summary>
    Rejected,

    /// <summary>Instructions are gone or new.</summary>
    Instructions,

    /// <summary>A word, a flag, a command or the text of a heredoc is another.</summary>
    Words,

    /// <summary>A comment is gone or stands somewhere else.</summary>
    Comments,
}

using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>A comment that silences rules.</summary>
/// <param name="Dialect">Whose notation it is.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Names">The rules, in order.</param>
/// <param name="Reason">Why, if the author says so.</param>
/// <param name="Span">The comment.</param>
public sealed record SuppressionComment(
    SuppressionDialect Dialect, SuppressionScope Scope, IReadOnlyList<SuppressedName> Names, string? Reason, TextSpan Span)
{
    /// <summary>Reads a comment; null if it is no suppression or, as hadolint does it, if any part of it is not well formed.</summary>
    /// <param name="text">The comment from its <c>#</c> to the end of its line.</param>
    /// <param name="span">Where it stands in the source.</param>
    public static SuppressionComment? TryParse(ReadOnlySpan<char> text, TextSpan span)
    {
        var reader = new SuppressionReader(text, span.Start);
        if (!reader.TakeHash())
        {
            return null;
        }

        if (reader.TakeWord("hadolint"))
        {
            var scope = TakeScope(ref reader);
            return reader.TakeKey("ignore") && reader.TakeNames(IsHadolintCode, out var codes) && reader.TakeReason("#", out var why)
                ? new(SuppressionDialect.Hadolint, scope, codes, why, span)
                : null;
        }

        if (reader.TakeWord("dockerlint"))
        {
            var scope = TakeScope(ref reader);
            return reader.TakeKey("ignore") && reader.TakeNames(IsName, out var names) && reader.TakeReason("--", out var why)
                ? new(SuppressionDialect.Dockerlint, scope, names, why, span)
                : null;
        }

        return reader.TakeKey("check", ignoreCase: true) && reader.TakeKey("skip", ignoreCase: true)
            && reader.TakeNames(IsName, out var checks) && reader.TakeCheckTail(out var reason)
            ? new(SuppressionDialect.BuildKit, SuppressionScope.File, checks, reason, span)
            : null;
    }

    private static SuppressionScope TakeScope(ref SuppressionReader reader) =>
        reader.TakeWord("global") ? SuppressionScope.File : reader.TakeWord("stage") ? SuppressionScope.Stage : SuppressionScope.NextLine;

    private static bool IsHadolintCode(char c) => c is 'D' or 'L' or 'S' or 'C' or (>= '0' and <= '9');

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}

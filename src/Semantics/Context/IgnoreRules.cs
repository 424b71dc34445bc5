using System.Collections.Immutable;

namespace Dockerlint.Semantics.Context;

/// <summary>
/// The rules of a .dockerignore file, read as moby/patternmatcher's ignorefile does. The last rule that fits a path or a directory
/// above it decides.
/// </summary>
public sealed class IgnoreRules
{
    private readonly bool _looksIntoAll;

    private IgnoreRules(ImmutableArray<IgnorePattern> patterns, ImmutableArray<string> problems, Builder builder)
    {
        Patterns = patterns;
        Problems = problems;
        HasExceptions = patterns.Any(pattern => pattern.IsException);
        _looksIntoAll = builder == Builder.BuildKit && patterns.Any(pattern => pattern.IsException && !pattern.IsLiteral);
    }

    /// <summary>No rules: nothing is ignored.</summary>
    public static IgnoreRules None { get; } = new([], [], Builder.BuildKit);

    /// <summary>The rules in order.</summary>
    public ImmutableArray<IgnorePattern> Patterns { get; }

    /// <summary>Lines the engine rejects, each with its number and the reason; such a build fails.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Whether a rule takes paths back in, so that an ignored directory has to be looked into.</summary>
    public bool HasExceptions { get; }

    /// <summary>Reads the rules of a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="builder">
    /// Whose client reads it: the classic one takes a byte order mark off every line, today's off the first only and has it in the
    /// pattern elsewhere.
    /// </param>
    public static IgnoreRules Parse(string text, Builder builder = Builder.BuildKit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var patterns = ImmutableArray.CreateBuilder<IgnorePattern>();
        var problems = ImmutableArray.CreateBuilder<string>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = i == 0 || builder == Builder.Classic ? lines[i].TrimStart('\uFEFF') : lines[i];
            if (line.StartsWith('#'))
            {
                continue;
            }

            var pattern = TrimBlanks(line);
            if (pattern.Length == 0)
            {
                continue;
            }

            var isException = pattern[0] == '!';
            pattern = isException ? TrimBlanks(pattern[1..]) : pattern;
            if (pattern.Length == 0)
            {
                problems.Add($"line {i + 1}: an exclamation mark without a pattern");
                continue;
            }

            pattern = ContextPath.Clean(pattern);
            pattern = pattern.Length > 1 ? pattern.TrimStart('/') : pattern;
            if (PathGlob.IsValid(pattern) && IgnorePattern.HasValidEscapes(pattern))
            {
                patterns.Add(new IgnorePattern(pattern, isException));
            }
            else
            {
                problems.Add($"line {i + 1}: `{pattern}` is not a pattern the engine can read");
            }
        }

        return patterns.Count == 0 && problems.Count == 0 ? None : new IgnoreRules(patterns.ToImmutable(), problems.ToImmutable(), builder);
    }

    /// <summary>Whether a path is ignored, by a rule for itself or for a directory above it.</summary>
    public bool Excludes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var above = new IgnoreState();
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            above = Below(above, path[..slash]);
        }

        return Below(above, path).IsExcluded;
    }

    /// <summary>What the rules say of a path, from what they say of its directory; one pass over the rules.</summary>
    /// <param name="directory">The state of the directory the path lies in; the default for the top level.</param>
    /// <param name="path">The path from the root of the context.</param>
    public IgnoreState Below(IgnoreState directory, string path)
    {
        if (Patterns.IsEmpty || directory.IsClosed)
        {
            return directory;
        }

        var isExcluded = false;
        ulong[]? fits = null;
        for (var i = 0; i < Patterns.Length; i++)
        {
            // A rule that would change nothing is not asked whether it fits here, and so does not reach what lies below by itself.
            if (directory.Fits(i) || (Patterns[i].IsException == isExcluded && Patterns[i].IsMatch(path)))
            {
                fits ??= new ulong[(Patterns.Length + 63) / 64];
                fits[i / 64] |= 1UL << (i % 64);
                isExcluded = !Patterns[i].IsException;
            }
        }

        return new IgnoreState(isExcluded, isExcluded && !LooksInto(path), fits);
    }

    // Into an ignored directory the clients look only if an exception begins with its path; BuildKit's also where an exception has
    // a wildcard (fsutil's filter, the classic archive's TarWithOptions).
    private bool LooksInto(string directory)
    {
        if (!HasExceptions || _looksIntoAll)
        {
            return _looksIntoAll;
        }

        foreach (var pattern in Patterns)
        {
            if (pattern.IsException && pattern.Text.Length > directory.Length && pattern.Text[directory.Length] == '/'
                && pattern.Text.StartsWith(directory, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Go's strings.TrimSpace: a byte order mark is no blank there.
    private static string TrimBlanks(string text) => text.Trim(' ', '\t', '\r', '\n', '\v', '\f', '\u0085', '\u00A0');
}

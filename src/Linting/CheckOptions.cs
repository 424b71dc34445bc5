using System.Collections.Immutable;

namespace Dockerlint.Linting;

/// <summary>
/// What a <c># check=</c> directive or comment asks for, as BuildKit reads it (frontend/dockerfile/linter, ParseLintOptions).
/// </summary>
/// <param name="Skipped">The checks switched off, as written.</param>
/// <param name="SkipsAll">Whether every check is switched off that is not experimental.</param>
/// <param name="Experimental">The experimental checks switched on, as written.</param>
/// <param name="HasAllExperimental">Whether every experimental check is switched on.</param>
/// <param name="IsError">Whether a finding makes the build fail.</param>
public sealed record CheckOptions(
    ImmutableHashSet<string> Skipped, bool SkipsAll, ImmutableHashSet<string> Experimental, bool HasAllExperimental, bool IsError)
{
    // The engine splits into so many options; a further semicolon belongs to the last one.
    private const int MostOptions = 3;

    /// <summary>Nothing is asked for.</summary>
    public static CheckOptions None { get; } = new([], false, [], false, false);

    /// <summary>
    /// Reads the options of a directive; null for what makes the engine reject the build. The engine cuts the text at its first
    /// space, so that a reason may stand behind the options.
    /// </summary>
    /// <param name="value">The text behind <c>check=</c>.</param>
    public static CheckOptions? TryParse(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var text = (space < 0 ? value : value[..space]).Trim();
        var options = None;
        if (text.Length == 0)
        {
            return options;
        }

        foreach (var option in text.Split(';', MostOptions))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || options.With(option[..equals].Trim(), option[(equals + 1)..].Trim()) is not { } with)
            {
                return null;
            }

            options = with;
        }

        return options;
    }

    /// <summary>Whether a check is switched off under one of its names. Experimental checks cannot be.</summary>
    public bool Skips(string name) => SkipsAll || Skipped.Contains(name);

    /// <summary>Whether an experimental check is switched on.</summary>
    public bool Names(string name) => HasAllExperimental || Experimental.Contains(name);

    /// <summary>These options and those of a comment above an instruction; a comment cannot make findings errors.</summary>
    public CheckOptions MergedWith(CheckOptions comment) => this with
    {
        Skipped = Skipped.Union(comment.Skipped),
        SkipsAll = SkipsAll || comment.SkipsAll,
        Experimental = Experimental.Union(comment.Experimental),
        HasAllExperimental = HasAllExperimental || comment.HasAllExperimental,
    };

    // The last option of a key counts, except that "all" is never taken back.
    private CheckOptions? With(string key, string value) => (key, value) switch
    {
        ("skip", "all") => this with { SkipsAll = true },
        ("skip", _) => this with { Skipped = Names(value.Split(',')) },
        ("experimental", "all") => this with { HasAllExperimental = true },
        ("experimental", _) => this with { Experimental = Names(value.Split(',')) },
        ("error", "1" or "t" or "T" or "true" or "TRUE" or "True") => this with { IsError = true },
        ("error", "0" or "f" or "F" or "false" or "FALSE" or "False") => this with { IsError = false },
        _ => null,
    };

    private static ImmutableHashSet<string> Names(IEnumerable<string> names) => [.. names.Select(name => name.Trim())];
}

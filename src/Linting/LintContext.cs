using Dockerlint.Semantics.Context;

namespace Dockerlint.Linting;

/// <summary>The build context a file is linted with. Nothing of it is read before a rule asks, and then once.</summary>
public sealed class LintContext
{
    private readonly Lazy<string?> _ignoreText;
    private readonly Lazy<IgnoreRules> _rules;
    private readonly Lazy<ContextListing> _listing;
    private readonly Lazy<ContextManifest> _sent;

    /// <summary>Makes a context.</summary>
    /// <param name="ignoreText">Reads the .dockerignore file that applies; gives null when there is none.</param>
    /// <param name="listing">Looks into the folder; need not look into what the rules ignore as a whole.</param>
    public LintContext(Func<string?> ignoreText, Func<IgnoreRules, ContextListing> listing)
        : this(new Lazy<string?>(ignoreText), context => listing(context.Rules))
    {
    }

    private LintContext(Lazy<string?> ignoreText, Func<LintContext, ContextListing> listing)
    {
        _ignoreText = ignoreText;
        _rules = new(() => IgnoreText is { } text ? IgnoreRules.Parse(text) : IgnoreRules.None);
        _listing = new(() => listing(this));
        _sent = new(() => ContextManifest.Create(Listing.Files.Entries, Rules));
    }

    /// <summary>Whether somebody said that this is the context; else it only looks like it.</summary>
    public bool IsStated { get; init; }

    /// <summary>The .dockerignore file that applies; null when there is none.</summary>
    public string? IgnoreText => _ignoreText.Value;

    /// <summary>What it says.</summary>
    public IgnoreRules Rules => _rules.Value;

    /// <summary>What the folder holds.</summary>
    public ContextListing Listing => _listing.Value;

    /// <summary>What of <see cref="Listing"/> is left after .dockerignore.</summary>
    public ContextManifest Sent => _sent.Value;

    /// <summary>The same context with lines added to its .dockerignore file, which is made if there is none.</summary>
    public LintContext WithIgnoreLines(IReadOnlyCollection<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Count == 0 ? this : new(new Lazy<string?>(() => AddLines(IgnoreText, lines)), _ => Listing) { IsStated = IsStated };
    }

    /// <summary>The text of a .dockerignore file with lines added at its end; a line that is there already is not added.</summary>
    public static string AddLines(string? text, IEnumerable<string> lines)
    {
        text ??= "";
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var present = text.Split('\n').Select(line => line.TrimEnd('\r')).ToHashSet(StringComparer.Ordinal);
        var added = string.Concat(lines.Where(present.Add).Select(line => line + lineEnd));
        return added.Length == 0 || text.Length == 0 || text.EndsWith('\n') ? text + added : text + lineEnd + added;
    }
}

using Dockerlint.Linting;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Fuzz;

/// <summary>
/// A Dockerfile with its context. The input has three parts, with a line of two percent signs between them: the Dockerfile, the
/// .dockerignore file, and the paths of the context, one a line, in any bytes; a slash behind one makes a folder, an arrow a link.
/// </summary>
public sealed class ContextCheck : IFuzzCheck
{
    private readonly LintCheck _lint = new();
    private readonly CacheCheck _cache = new();

    /// <inheritdoc/>
    public FuzzFailure? Check(byte[] input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var parts = Split(input);
        var choice = new FuzzRandom(FuzzRandom.HashOf(input));
        var ignoreText = SourceText.FromBytes(parts[1], ".dockerignore").Text;
        var rules = IgnoreRules.Parse(ignoreText);
        var entries = HostileContext.Read(parts[2]);
        foreach (var entry in entries)
        {
            if (!PathText.Encode(PathText.Decode(PathText.Encode(entry.Path))).AsSpan().SequenceEqual(PathText.Encode(entry.Path)))
            {
                return new FuzzFailure("path", "the bytes of a path are not kept");
            }

            _ = rules.Excludes(entry.Path);
        }

        var all = ContextManifest.Create(entries);
        var sent = ContextManifest.Create(entries, rules);
        if (sent.Entries.FirstOrDefault(entry => all.Find(entry.Path) is null) is { } invented)
        {
            return new FuzzFailure("ignore rules", $"{invented.Path} was not there");
        }

        foreach (var entry in all.Entries)
        {
            _ = sent.Resolve(entry.Path);
        }

        var source = SourceText.FromBytes(parts[0], "Dockerfile");
        var context = new LintContext(() => ignoreText, _ => new ContextListing(all, [])) { IsStated = choice.Below(2) == 0 };
        var problem = _lint.Lint(new LintInput(source) { Context = context }, choice, withCache: false);
        var tree = Syntax.DockerfileParser.Parse(source);
        return problem ?? _cache.Check(tree, tree, sent, HostileContext.Change(sent, choice));
    }

    private static byte[][] Split(byte[] input)
    {
        var parts = new List<byte[]>();
        var rest = input.AsSpan();
        while (parts.Count < 2 && rest.IndexOf("%%\n"u8) is var end && end >= 0)
        {
            parts.Add(rest[..end].ToArray());
            rest = rest[(end + 3)..];
        }

        parts.Add(rest.ToArray());
        while (parts.Count < 3)
        {
            parts.Add([]);
        }

        return [.. parts];
    }
}

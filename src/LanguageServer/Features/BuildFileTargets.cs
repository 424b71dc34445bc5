using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.LanguageServer.Text;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>Where Compose and Bake files, open ones and those beside a Dockerfile, build one of its stages.</summary>
internal static class BuildFileTargets
{
    private static readonly string[] s_beside =
    [
        "compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml", "docker-bake.json",
    ];

    internal static IEnumerable<Location> Find(RequestScope scope, OpenDocument dockerfile, Symbol symbol)
    {
        if (symbol.Kind != SymbolKind.Stage || Path.GetDirectoryName(dockerfile.Path) is not { Length: > 0 } folder)
        {
            yield break;
        }

        var open = scope.Documents.Values.Where(document => document.Kind == DocumentKind.BuildFile)
            .Select(document => (document.Uri, document.Path, document.Text));
        var closed = s_beside.Select(name => Path.Combine(folder, name))
            .Where(path => !scope.Documents.Values.Any(document => document.Path == path))
            .Select(path => (Uri: DocumentAddress.ToUri(path), Path: path, Text: dockerfile.Files.Read(path) ?? ""));
        foreach (var (uri, path, text) in open.Concat(closed).Where(file => file.Text.Length > 0))
        {
            var positions = new PositionMap(text, scope.Client.Encoding);
            var services = dockerfile.Files.BuiltBy(path, text)
                .Where(file => file.Problem is null && Path.GetFullPath(file.Path, "/") == dockerfile.Path)
                .SelectMany(file => file.Builds ?? [])
                .Where(build => string.Equals(build.Target.Target, symbol.Name, StringComparison.OrdinalIgnoreCase))
                .Select(build => build.Target.Name);
            foreach (var span in services.Select(service => TargetOf(text, positions, service, symbol.Name)).OfType<TextSpan>().Distinct())
            {
                yield return new Location(uri, positions.RangeOf(span));
            }
        }
    }

    // Behind the line with the service's name, among the lines that are indented more: target, a colon and the name.
    private static TextSpan? TargetOf(string text, PositionMap positions, string service, string stage)
    {
        int? depth = null;
        for (var line = 0; line < positions.LineCount; line++)
        {
            var span = positions.LineSpan(line);
            var content = text.AsSpan(span.Start, span.Length);
            var bare = content.TrimStart();
            var indent = content.Length - bare.Length;
            if (bare.IsEmpty || bare[0] == '#')
            {
                continue;
            }

            if (depth is null || indent <= depth)
            {
                depth = Key(bare) is var key && key.SequenceEqual(service) ? indent : null;
            }
            else if (Key(bare).SequenceEqual("target")
                && content.LastIndexOf(stage, StringComparison.OrdinalIgnoreCase) is var at && at > content.IndexOf(':'))
            {
                return new TextSpan(span.Start + at, stage.Length);
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Key(ReadOnlySpan<char> line) =>
        line.IndexOf(':') is var colon && colon > 0 ? line[..colon].Trim(" \t\"'") : default;
}

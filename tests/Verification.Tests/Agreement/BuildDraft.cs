using System.Collections.Immutable;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Verification;

namespace Dockerlint.Tests;

/// <summary>A small build in memory: instructions, files, arguments. BASE and SALT stand for what the engine under test gives.</summary>
internal sealed record BuildDraft(ImmutableArray<string> Lines)
{
    internal ImmutableSortedDictionary<string, (string Text, int Mode)> Files { get; init; } =
        ImmutableSortedDictionary.Create<string, (string, int)>(StringComparer.Ordinal);

    internal ImmutableDictionary<string, string> Arguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal string Ignore { get; init; } = "";

    internal (BuildRequest Request, BuildState State) Prepare(TestEngine engine, Builder builder)
    {
        string Fill(string text) => text.Replace("SALT", engine.Salt, StringComparison.Ordinal).Replace("BASE", engine.BaseName, StringComparison.Ordinal);
        var dockerfile = Fill(string.Join('\n', Lines) + "\n");
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["Dockerfile"] = Encoding.UTF8.GetBytes(dockerfile) };
        if (Ignore.Length > 0)
        {
            contents[".dockerignore"] = Encoding.UTF8.GetBytes(Ignore);
        }

        var entries = new List<ContextEntry>();
        foreach (var (path, (text, mode)) in Files)
        {
            contents[path] = Encoding.UTF8.GetBytes(Fill(text));
        }

        foreach (var (path, bytes) in contents)
        {
            entries.Add(new ContextEntry(path, ContextEntryKind.File)
            {
                Mode = Files.TryGetValue(path, out var file) ? file.Mode : 0b110_100_100,
                Size = bytes.Length,
                Content = ContextContent.FromBytes(bytes),
            });
        }

        var manifest = ContextManifest.Create(entries, IgnoreRules.Parse(Ignore, builder));
        var request = new BuildRequest(BuildContext.FromMemory(manifest, contents), "Dockerfile") { Builder = builder, BuildArguments = Arguments };
        var settings = new BuildSettings { Builder = builder, BuildArguments = Arguments, IsUpload = false, HasMerge = engine.Connection.HasMerge };
        var state = new BuildState(DockerfileParser.Parse(dockerfile), manifest, settings)
        {
            Images = ImmutableDictionary<string, BaseImage>.Empty.Add(engine.BaseName, engine.Base),
        };
        return (request, state);
    }

    public override string ToString()
    {
        var text = new StringBuilder(string.Join('\n', Lines));
        foreach (var (path, (content, mode)) in Files)
        {
            text.Append($"\n-- {path} {Convert.ToString(mode, 8)}: {content.TrimEnd()}");
        }

        return text.Append($"\n-- ignore: {Ignore.Replace("\n", " | ", StringComparison.Ordinal)}\n-- args: ")
            .AppendJoin(' ', Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")).ToString();
    }
}

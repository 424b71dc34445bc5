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
    internal ImmutableSortedDictionary<string, DraftFile> Files { get; init; } = ImmutableSortedDictionary.Create<string,
        DraftFile>(StringComparer.Ordinal);

    internal ImmutableDictionary<string, string> Arguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal string Ignore { get; init; } = "";

    internal string? Target { get; init; }

    internal BaseVariant Base { get; init; }

    /// <summary>The line ends of the Dockerfile.</summary>
    internal string Ending { get; init; } = "\n";

    /// <summary>Makes the base image what the draft says, and the build ready.</summary>
    internal async Task<(BuildRequest Request, BuildState State)> PrepareAsync(TestEngine engine, Builder builder)
    {
        var image = await engine.UseBaseAsync(Base);
        string Fill(string text) =>
            text.Replace("SALT", engine.Salt, StringComparison.Ordinal).Replace("BASE", engine.BaseName, StringComparison.Ordinal);
        var dockerfile = Fill(string.Join('\n', Lines) + "\n").Replace("\n", Ending, StringComparison.Ordinal);
        var arguments = Arguments.ToImmutableDictionary(pair => pair.Key, pair => Fill(pair.Value));
        var files = Files.Add("Dockerfile", DraftFile.Of(dockerfile));
        files = Ignore.Length > 0 ? files.Add(".dockerignore", DraftFile.Of(Ignore)) : files;
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var entries = new List<ContextEntry>();
        foreach (var (path, file) in files)
        {
            var entry = new ContextEntry(path, file.Kind) { Mode = file.Mode };
            if (file.Kind == ContextEntryKind.File)
            {
                contents[path] = file.Bytes(Fill(file.Text));
                entry = entry with { Size = contents[path].Length, Content = ContextContent.FromBytes(contents[path]) };
            }

            entries.Add(file.Kind == ContextEntryKind.SymbolicLink ? entry with { LinkTarget = file.Text } : entry);
        }

        var manifest = ContextManifest.Create(entries, IgnoreRules.Parse(Ignore, builder));
        var request = new BuildRequest(
            BuildContext.FromMemory(manifest, contents), "Dockerfile")
        { Builder = builder, BuildArguments = arguments, Target = Target };
        var settings = new BuildSettings
        {
            Builder = builder,
            BuildArguments = arguments,
            Target = Target,
            IsUpload = false,
            Store = engine.Connection.HasMerge ? ImageStore.Containerd : ImageStore.GraphDriver,
        };
        var state = new BuildState(DockerfileParser.Parse(dockerfile), manifest, settings)
        {
            Images = ImmutableDictionary<string, BaseImage>.Empty.Add(engine.BaseName, image),
        };
        return (request, state);
    }

    public override string ToString()
    {
        var text = new StringBuilder(string.Join('\n', Lines));
        foreach (var (path, file) in Files)
        {
            text.Append($"\n-- {path} {file}");
        }

        return text.Append(
            $"\n-- ignore: {Ignore.Replace("\n", " | ", StringComparison.Ordinal)}\n-- base: {Base}{(Ending == "\n" ? "" : ", CRLF")}, "
            + $"target: {Target}, args: ")
            .AppendJoin(' ', Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))
                .ToString();
    }
}

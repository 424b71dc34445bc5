using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.FixProof;

/// <summary>The build context of a case: its own files, and small ones for what else its Dockerfile copies.</summary>
internal static class ContextFiles
{
    /// <summary>The name of the Dockerfile in its context: one that no case has for a file of its own.</summary>
    internal const string Dockerfile = "Dockerfile.proof";

    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal)
    {
        ["package.json"] = """
            {
              "name": "app",
              "dependencies": {
                "express": "^5.0.0",
                "left-pad": "1.3.0"
              }
            }

            """,
        ["package-lock.json"] = "{\"lockfileVersion\":3}\n",
        ["requirements.txt"] = "flask==3.0.0\nrequests>=2\n",
        ["go.mod"] = "module example.org/app\n",
    };

    /// <summary>Every file of the context by path.</summary>
    internal static SortedDictionary<string, string> Of(ProofCase proof)
    {
        var files = new SortedDictionary<string, string>(proof.Files.ToDictionary(), StringComparer.Ordinal);
        foreach (var text in new[] { proof.Dockerfile, proof.Child ?? "" })
        {
            var model = BuildModel.Create(DockerfileParser.Parse(SourceText.From(text)));
            var actions = model.Stages.SelectMany(stage => stage.Steps).Select(step => step.Action);
            foreach (var transfer in actions.OfType<FileTransferInstruction>())
            {
                if (!transfer.Flags.Any(flag => flag.Name == "from"))
                {
                    foreach (var source in transfer.Sources)
                    {
                        AddMissing(files, source);
                    }
                }
            }
        }

        return files;
    }

    /// <summary>The context as a tar, with the Dockerfile in it.</summary>
    internal static byte[] Archive(string dockerfile, IReadOnlyDictionary<string, string> files)
    {
        // The engine looks at the first block alone to tell an archive from a Dockerfile, and does not know an extended header there.
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var (path, bytes) in Contents(files))
            {
                Add(writer, path, bytes, path.EndsWith(".sh", StringComparison.Ordinal));
            }

            Add(writer, Dockerfile, Encoding.UTF8.GetBytes(dockerfile), false);
        }

        return archive.ToArray();
    }

    /// <summary>The bytes of the files: what has the name of an archive is one.</summary>
    internal static SortedDictionary<string, byte[]> Contents(IReadOnlyDictionary<string, string> files) => new(
        files.ToDictionary(
            file => file.Key,
            file => file.Key.EndsWith(".tar.gz", StringComparison.Ordinal) || file.Key.EndsWith(".tgz", StringComparison.Ordinal)
                ? Packed(file.Value) : Encoding.UTF8.GetBytes(file.Value)),
        StringComparer.Ordinal);

    private static void AddMissing(SortedDictionary<string, string> files, string source)
    {
        var path = source.Trim('"').TrimEnd('/');
        path = path is "." or ".." ? "" : path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path.TrimStart('/');
        if (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("<<", StringComparison.Ordinal)
            || path.StartsWith("git@", StringComparison.Ordinal))
        {
            return;
        }

        path = path.Replace("*", "", StringComparison.Ordinal).Replace("?", "x", StringComparison.Ordinal);
        var name = Path.GetFileName(path);
        if (path.Length == 0)
        {
            files.TryAdd("app.py", "print('app')\n");
        }
        else if (!files.ContainsKey(path) && !files.Keys.Any(other => other.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            // A name without a dot is a folder, unless the case says otherwise.
            var isFolder = source.EndsWith('/') || !name.TrimStart('.').Contains('.', StringComparison.Ordinal);
            files[isFolder ? path + "/file.txt" : path] = s_known.GetValueOrDefault(name, path + "\n");
        }
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new TarWriter(zip, TarEntryFormat.Gnu, leaveOpen: true))
        {
            Add(writer, "packed/file.txt", Encoding.UTF8.GetBytes(text), false);
        }

        return packed.ToArray();
    }

    private static void Add(TarWriter writer, string path, byte[] bytes, bool isProgram) =>
        writer.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, path)
        {
            Mode = (UnixFileMode)(isProgram ? 0b111_101_101 : 0b110_100_100),
            ModificationTime = DateTimeOffset.UnixEpoch,
            DataStream = new MemoryStream(bytes),
        });
}

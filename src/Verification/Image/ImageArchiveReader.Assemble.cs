using System.Text.Json;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

// From the parts to the image: the manifest of docker save, or an OCI layout.
internal sealed partial class ImageArchiveReader
{
    /// <summary>Reads a folder with an OCI layout (opencontainers/image-spec, image-layout.md).</summary>
    /// <exception cref="InvalidDataException">It is no image.</exception>
    internal async Task<ImageContents> ReadFolderAsync(string folder, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (++count > limits.Blobs)
            {
                throw new InvalidDataException($"the folder has more than {limits.Blobs} files");
            }

            if (path is "index.json" or "manifest.json" || path.StartsWith("blobs/", StringComparison.Ordinal))
            {
                await using var stream = File.OpenRead(file);
                await ReadPartAsync(stream, path, stream.Length, cancellation);
            }
        }

        return Assemble();
    }

    private ImageContents Assemble()
    {
        try
        {
            if (_documents.TryGetValue("manifest.json", out var bytes))
            {
                using var manifest = JsonDocument.Parse(bytes);
                if (manifest.RootElement.GetArrayLength() == 0)
                {
                    throw new InvalidDataException("the image archive has no image in it");
                }

                var first = manifest.RootElement[0];
                return Assemble(ContextPath.FromRoot(first.GetProperty("Config").GetString() ?? ""),
                    [.. first.GetProperty("Layers").EnumerateArray()
                        .Select(layer => Follow(ContextPath.FromRoot(layer.GetString() ?? "")))]);
            }

            return _documents.TryGetValue("index.json", out var index) ? AssembleLayout(index)
                : throw new InvalidDataException("the image archive has neither manifest.json nor index.json: it is no image");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"the image archive's manifest makes no sense: {exception.Message}", exception);
        }
    }

    // An index may lead to another one, with an image for each platform.
    private ImageContents AssembleLayout(byte[] index)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            using var document = JsonDocument.Parse(index);
            var root = document.RootElement;
            if (root.TryGetProperty("layers", out var layers))
            {
                return Assemble(BlobOf(root.GetProperty("config")), [.. layers.EnumerateArray().Select(BlobOf)]);
            }

            var images = root.GetProperty("manifests").EnumerateArray().Where(IsImage).ToList();
            var chosen = images.Where(image => _documents.ContainsKey(BlobOf(image))).ToList();
            if (chosen.Count == 0)
            {
                throw new InvalidDataException("the image layout has no image in it");
            }

            if (chosen.Count > 1)
            {
                _problems.Add($"the layout has {chosen.Count} images: the first is looked at");
            }

            index = _documents[BlobOf(chosen[0])];
        }

        throw new InvalidDataException("the indexes of the image layout lead nowhere");
    }

    // Attestations have a platform that none is.
    private static bool IsImage(JsonElement manifest) => !manifest.TryGetProperty("platform", out var platform)
        || !platform.TryGetProperty("os", out var os) || os.GetString() != "unknown";

    private static string BlobOf(JsonElement descriptor) =>
        "blobs/" + (descriptor.GetProperty("digest").GetString() ?? "").Replace(':', '/');

    private ImageContents Assemble(string configPath, IReadOnlyList<string> paths)
    {
        using var document = JsonDocument.Parse(_documents.GetValueOrDefault(configPath) ?? "{}"u8.ToArray());
        var config = ImageConfig.Read(document.RootElement);
        var made = config.History.Select((step, i) => (step.CreatedBy, step.HasLayer, Index: i)).Where(step => step.HasLayer).ToList();
        var isTold = made.Count == paths.Count;
        var layers = paths.Select((path, i) =>
            new ImageLayer(isTold ? made[i].CreatedBy : "", isTold ? made[i].Index : -1, _layers.GetValueOrDefault(path) ?? [])
            {
                DiffId = i < config.DiffIds.Count ? config.DiffIds[i] : "",
            });
        return new ImageContents(config, [.. layers]) { Problems = _problems };
    }

    private string Follow(string path)
    {
        for (var i = 0; i < 40 && _links.TryGetValue(path, out var target); i++)
        {
            path = target;
        }

        return path;
    }
}

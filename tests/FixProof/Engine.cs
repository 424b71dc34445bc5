using System.Formats.Tar;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dockerlint.FixProof;

/// <summary>The engine that images are built on, through its API: a client program would have to be started for each build.</summary>
internal sealed partial class Engine : IDisposable
{
    // What identifies a build and not what it makes.
    private static readonly HashSet<string> s_passed = new(StringComparer.Ordinal) { "Image", "Hostname", "Domainname", "ArgsEscaped" };

    private readonly HttpClient _client;
    private readonly Dictionary<string, List<KeyValuePair<string, FileFacts?>>> _layers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Speaks to the engine at a socket.</summary>
    internal Engine(string socket)
    {
        var path = socket.Replace("unix://", "", StringComparison.Ordinal);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var end = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await end.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                return new NetworkStream(end, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri("http://engine/v1.41/"), Timeout = TimeSpan.FromMinutes(5) };
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The version of the engine.</summary>
    internal async Task<string> VersionAsync()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync(new Uri("version", UriKind.Relative)));
        return answer.RootElement.GetProperty("Version").GetString()!;
    }

    /// <summary>Whether there is an image of this name.</summary>
    internal async Task<bool> HasAsync(string image)
    {
        using var answer = await _client.GetAsync(new Uri($"images/{image}/json", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Gives an image another name.</summary>
    internal async Task TagAsync(string image, string repository, string tag)
    {
        var query = $"images/{image}/tag?repo={Uri.EscapeDataString(repository)}&tag={Uri.EscapeDataString(tag)}";
        using var answer = await _client.PostAsync(new Uri(query, UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Takes the name from an image, and the image away if it has no other.</summary>
    internal async Task RemoveAsync(string image)
    {
        using var answer = await _client.DeleteAsync(new Uri($"images/{image}?force=true", UriKind.Relative));
    }

    /// <summary>Builds with BuildKit; null when it succeeded, else the error and the end of the log.</summary>
    internal async Task<string?> BuildAsync(string dockerfile, byte[] archive, string name, ProofCase proof, bool isCached)
    {
        var arguments = proof.BuildArguments.Select(argument => argument.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        var query = $"build?version=2&dockerfile={dockerfile}&t={Uri.EscapeDataString(name)}&target={proof.Target}"
            + $"&nocache={(isCached ? 0 : 1)}&buildargs={Uri.EscapeDataString(JsonSerializer.Serialize(arguments))}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(query, UriKind.Relative));
        request.Content = new ByteArrayContent(archive);
        request.Content.Headers.ContentType = new("application/x-tar");
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var log = new StringBuilder();
        string? error = answer.IsSuccessStatusCode ? null : $"the engine answers {(int)answer.StatusCode}";
        while (await lines.ReadLineAsync() is { } line)
        {
            if (!answer.IsSuccessStatusCode || line.Length == 0)
            {
                error += line;
                continue;
            }

            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("error", out var text))
            {
                error = text.GetString();
            }
            else if (message.RootElement.TryGetProperty("aux", out var trace) && trace.ValueKind == JsonValueKind.String)
            {
                log.Append(Encoding.UTF8.GetString(trace.GetBytesFromBase64()));
            }
        }

        // The trace is a protocol message; what commands printed stands in it as text.
        var printed = PrintedLine().Matches(log.ToString()).Select(match => "    " + match.Value).TakeLast(8);
        return error is null ? null : string.Join('\n', [error, .. printed]);
    }

    /// <summary>Reads images, the layers that they share once.</summary>
    internal async Task<IReadOnlyList<ImageSnapshot>> ReadAsync(params IReadOnlyList<string> images)
    {
        var names = string.Join('&', images.Select(image => "names=" + Uri.EscapeDataString(image)));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var stream = await _client.GetStreamAsync(new Uri("images/get?" + names, UriKind.Relative));
        await using var reader = new TarReader(stream);
        while (await reader.GetNextEntryAsync() is { } entry)
        {
            var isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
            if (!isFile || entry.DataStream is null || IsKnown(entry.Name))
            {
                continue;
            }

            var data = new BufferedStream(entry.DataStream, 1 << 16);
            var start = new byte[1];
            if (data.Read(start) == 1 && start[0] is (byte)'{' or (byte)'[')
            {
                using var text = new StreamReader(data);
                texts[entry.Name] = (char)start[0] + await text.ReadToEndAsync();
            }
            else
            {
                Remember(entry.Name, LayerReader.Read(new PrefixedStream(start[0], data)));
            }
        }

        using var manifest = JsonDocument.Parse(texts["manifest.json"]);
        return [.. images.Select(image => Snapshot(manifest.RootElement.EnumerateArray()
            .First(element => element.GetProperty("RepoTags").EnumerateArray().Any(tag => tag.GetString() == image)), texts))];
    }

    private bool IsKnown(string name)
    {
        lock (_lock)
        {
            return _layers.ContainsKey(name);
        }
    }

    private void Remember(string name, List<KeyValuePair<string, FileFacts?>> layer)
    {
        lock (_lock)
        {
            _layers[name] = layer;
        }
    }

    private ImageSnapshot Snapshot(JsonElement element, Dictionary<string, string> texts)
    {
        var files = new SortedDictionary<string, FileFacts>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var layer in element.GetProperty("Layers").EnumerateArray())
            {
                LayerReader.Apply(files, _layers[layer.GetString()!]);
            }
        }

        using var config = JsonDocument.Parse(texts[element.GetProperty("Config").GetString()!]);
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in config.RootElement.GetProperty("config").EnumerateObject().Where(field => !s_passed.Contains(field.Name)))
        {
            if (field.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)
                && field.Value.GetRawText() is not ("\"\"" or "{}" or "[]"))
            {
                // Each label for itself, so that one of them can be the offence.
                if (field.Name == "Labels")
                {
                    foreach (var label in field.Value.EnumerateObject())
                    {
                        fields["Labels/" + label.Name] = label.Value.GetRawText();
                    }
                }
                else
                {
                    fields[field.Name] = field.Value.GetRawText();
                }
            }
        }

        foreach (var name in new[] { "author", "architecture", "os", "variant" })
        {
            if (config.RootElement.TryGetProperty(name, out var value))
            {
                fields[name] = value.GetRawText();
            }
        }

        return new ImageSnapshot(fields, files);
    }

    /// <summary>The frontend that a file asks for cannot be fetched; the engine's own reads it.</summary>
    internal static string WithoutSyntax(string dockerfile) => SyntaxLine().Replace(dockerfile, "");

    [GeneratedRegex(@"(?<=\n|\A)[\t\x20-\x7e]{4,}(?=\n)")]
    private static partial Regex PrintedLine();

    [GeneratedRegex(@"\A#[ \t]*syntax[ \t]*=[^\n]*\n", RegexOptions.IgnoreCase)]
    private static partial Regex SyntaxLine();
}

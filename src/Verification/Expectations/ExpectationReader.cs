using System.Collections.Immutable;
using Dockerlint.Linting.Config;

namespace Dockerlint.Verification;

/// <summary>Reads <c>verify.expect</c> of a configuration.</summary>
public static class ExpectationReader
{
    /// <summary>The expectations; what is wrong with them goes to a list.</summary>
    public static ImmutableArray<Expectation> Read(ConfigNode node, string path, ICollection<ConfigError> errors)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(errors);
        var nodes = new ExpectationNodes(path, errors);
        if (node is not ConfigMapping expect)
        {
            nodes.Error(node, $"expect takes a mapping of files, commands and metadata, not {node.Kind}");
            return [];
        }

        nodes.Known(expect, "expect", "files", "commands", "metadata");
        return
        [
            .. nodes.Mappings(expect.Find("files"), "files").Select(file => File(file, nodes)).OfType<Expectation>(),
            .. nodes.Mappings(expect.Find("commands"), "commands").Select(command => Command(command, nodes)).OfType<Expectation>(),
            .. nodes.Mappings(expect.Find("metadata"), "metadata").Select(metadata => Metadata(metadata, nodes)),
        ];
    }

    private static FileExpectation? File(ConfigMapping file, ExpectationNodes nodes)
    {
        nodes.Known(file, "a file", "path", "exists", "mode", "owner", "group", "executable-by", "max-size", "contents", "lacks");
        if (nodes.Text(file.Find("path"), "path") is not { Length: > 0 } path)
        {
            nodes.Error(file, "a file needs a path");
            return null;
        }

        var size = nodes.Text(file.Find("max-size"), "max-size");
        if (size is not null && ByteCount.Parse(size) is null)
        {
            nodes.Error(file.Find("max-size")!, $"max-size takes a size such as 20kB, not {size}");
        }

        return new FileExpectation(path, path)
        {
            Exists = nodes.Bool(file.Find("exists"), "exists") ?? true,
            Mode = nodes.Text(file.Find("mode"), "mode"),
            Owner = nodes.Text(file.Find("owner"), "owner"),
            Group = nodes.Text(file.Find("group"), "group"),
            ExecutableBy = nodes.Text(file.Find("executable-by"), "executable-by"),
            MaxSize = size is null ? null : ByteCount.Parse(size),
            Contents = nodes.Patterns(file.Find("contents"), "contents"),
            Lacks = nodes.Patterns(file.Find("lacks"), "lacks"),
        };
    }

    private static CommandExpectation? Command(ConfigMapping command, ExpectationNodes nodes)
    {
        nodes.Known(command, "a command", "run", "exit", "output", "lacks-output", "error", "lacks-error", "env", "user");
        if (command.Find("run") is not { } run || nodes.Texts(run, "run") is not { IsEmpty: false } words)
        {
            nodes.Error(command, "a command needs run, a list of words or a line for sh");
            return null;
        }

        // A line is for the shell, as in a Dockerfile.
        ImmutableArray<string> program = run is ConfigSequence ? words : ["/bin/sh", "-c", words[0]];
        return new CommandExpectation(string.Join(' ', words), program)
        {
            ExitCode = (int)(nodes.Number(command.Find("exit"), "exit") ?? 0),
            Output = nodes.Patterns(command.Find("output"), "output"),
            LacksOutput = nodes.Patterns(command.Find("lacks-output"), "lacks-output"),
            Error = nodes.Patterns(command.Find("error"), "error"),
            LacksError = nodes.Patterns(command.Find("lacks-error"), "lacks-error"),
            Environment = Pairs(command.Find("env"), nodes, "env"),
            User = nodes.Text(command.Find("user"), "user"),
        };
    }

    private static MetadataExpectation Metadata(ConfigMapping metadata, ExpectationNodes nodes)
    {
        nodes.Known(metadata, "metadata", "env", "labels", "user", "entrypoint", "cmd", "ports", "workdir", "volumes");
        return new MetadataExpectation("metadata")
        {
            Environment = [.. Expected(metadata.Find("env"), nodes, "env")],
            Labels = [.. Expected(metadata.Find("labels"), nodes, "labels")],
            Ports = nodes.Texts(metadata.Find("ports"), "ports"),
            Volumes = nodes.Texts(metadata.Find("volumes"), "volumes"),
            Entrypoint = metadata.Find("entrypoint") is { } entrypoint ? nodes.Texts(entrypoint, "entrypoint") : null,
            Command = metadata.Find("cmd") is { } cmd ? nodes.Texts(cmd, "cmd") : null,
            User = nodes.Text(metadata.Find("user"), "user"),
            WorkingDirectory = nodes.Text(metadata.Find("workdir"), "workdir"),
        };
    }

    private static IEnumerable<PairExpectation> Expected(ConfigNode? node, ExpectationNodes nodes, string key) =>
        Pairs(node, nodes, key).Select(pair => pair.Split('=', 2)).Select(pair => new PairExpectation(pair[0], pair[1], null));

    private static ImmutableArray<string> Pairs(ConfigNode? node, ExpectationNodes nodes, string key)
    {
        if (node is ConfigMapping mapping)
        {
            return [.. mapping.Entries.Select(entry => $"{entry.Key.Text}={nodes.Text(entry.Value, key)}")];
        }

        var pairs = nodes.Texts(node, key);
        if (pairs.FirstOrDefault(pair => !pair.Contains('=', StringComparison.Ordinal)) is { } wrong)
        {
            nodes.Error(node!, $"{key} takes NAME: VALUE, not {wrong}");
        }

        return [.. pairs.Where(pair => pair.Contains('=', StringComparison.Ordinal))];
    }
}

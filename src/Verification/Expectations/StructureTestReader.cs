using System.Collections.Immutable;
using System.Globalization;
using Dockerlint.Linting.Config;

namespace Dockerlint.Verification;

/// <summary>Reads a test file of Google's container-structure-test, schema 2.0.0 (its README).</summary>
public static class StructureTestReader
{
    private static readonly string[] s_keys =
    [
        "schemaVersion", "globalEnvVars", "containerRunOptions", "commandTests", "fileExistenceTests", "fileContentTests", "metadataTest",
        "licenseTests",
    ];

    /// <summary>The tests; what is wrong with them goes to a list.</summary>
    public static ImmutableArray<Expectation> Read(string text, string path, ICollection<ConfigError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var nodes = new ExpectationNodes(path, errors);
        var root = ConfigYaml.Read(text, path, errors);
        if (root is not ConfigMapping file)
        {
            if (errors.Count == 0)
            {
                errors.Add(new ConfigError(path, 1, 1, "a structure test is a mapping with schemaVersion 2.0.0"));
            }

            return [];
        }

        if (nodes.Text(file.Find("schemaVersion"), "schemaVersion") is not "2.0.0")
        {
            nodes.Error(file.Find("schemaVersion") ?? file, "schemaVersion has to be 2.0.0");
        }

        nodes.Known(file, "a structure test", s_keys);
        var run = file.Find("containerRunOptions") as ConfigMapping;
        var environment = Variables(file.Find("globalEnvVars"), nodes);
        return
        [
            .. nodes.Mappings(file.Find("commandTests"), "commandTests").Select(test => Command(test, environment, run, nodes)),
            .. nodes.Mappings(file.Find("fileExistenceTests"), "fileExistenceTests").Select(test => Existence(test, nodes)),
            .. nodes.Mappings(file.Find("fileContentTests"), "fileContentTests").Select(test => Content(test, nodes)),
            .. nodes.Mappings(file.Find("metadataTest"), "metadataTest").Select(test => Metadata(test, nodes)),
            .. nodes.Mappings(file.Find("licenseTests"), "licenseTests").Select(_ =>
                new UncheckedExpectation("license test", "licenses of packages are not judged here")),
        ];
    }

    private static CommandExpectation Command(
        ConfigMapping test, ImmutableArray<string> environment, ConfigMapping? run, ExpectationNodes nodes)
    {
        var command = nodes.Text(test.Find("command"), "command") ?? "";
        if (command.Length == 0)
        {
            nodes.Error(test, "a command test needs a command");
        }

        return new CommandExpectation(NameOf(test, nodes, command), [command, .. nodes.Texts(test.Find("args"), "args")])
        {
            Setup = Commands(test.Find("setup"), nodes),
            Teardown = Commands(test.Find("teardown"), nodes),
            Environment = [.. environment, .. Variables(test.Find("envVars"), nodes)],
            User = nodes.Text(run?.Find("user"), "user") is { Length: > 0 } user ? user : null,
            Capabilities = nodes.Texts(run?.Find("capabilities"), "capabilities"),
            ExitCode = (int)(nodes.Number(test.Find("exitCode"), "exitCode") ?? 0),
            Output = nodes.Patterns(test.Find("expectedOutput"), "expectedOutput"),
            LacksOutput = nodes.Patterns(test.Find("excludedOutput"), "excludedOutput"),
            Error = nodes.Patterns(test.Find("expectedError"), "expectedError"),
            LacksError = nodes.Patterns(test.Find("excludedError"), "excludedError"),
        };
    }

    private static FileExpectation Existence(ConfigMapping test, ExpectationNodes nodes)
    {
        var path = nodes.Text(test.Find("path"), "path") ?? "";
        return new FileExpectation(NameOf(test, nodes, path), path)
        {
            Exists = nodes.Bool(test.Find("shouldExist"), "shouldExist") ?? true,
            Mode = nodes.Text(test.Find("permissions"), "permissions") is { Length: > 0 } mode ? mode : null,
            Owner = Id(test.Find("uid"), "uid", nodes),
            Group = Id(test.Find("gid"), "gid", nodes),
            ExecutableBy = nodes.Text(test.Find("isExecutableBy"), "isExecutableBy") is { Length: > 0 } who ? who : null,
        };
    }

    // -1 stands for any.
    private static string? Id(ConfigNode? node, string key, ExpectationNodes nodes) =>
        nodes.Number(node, key) is { } number and >= 0 ? number.ToString(CultureInfo.InvariantCulture) : null;

    private static FileExpectation Content(ConfigMapping test, ExpectationNodes nodes)
    {
        var path = nodes.Text(test.Find("path"), "path") ?? "";
        return new FileExpectation(NameOf(test, nodes, path), path)
        {
            Contents = nodes.Patterns(test.Find("expectedContents"), "expectedContents"),
            Lacks = nodes.Patterns(test.Find("excludedContents"), "excludedContents"),
        };
    }

    private static MetadataExpectation Metadata(ConfigMapping test, ExpectationNodes nodes) => new("metadata")
    {
        Environment = [.. Pairs(test.Find("envVars"), nodes), .. Pairs(test.Find("env"), nodes)],
        UnboundEnvironment = [.. nodes.Mappings(test.Find("unboundEnvVars"), "unboundEnvVars")
            .Select(pair => nodes.Text(pair.Find("key"), "key")).OfType<string>()],
        Labels = [.. Pairs(test.Find("labels"), nodes)],
        Ports = nodes.Texts(test.Find("exposedPorts"), "exposedPorts"),
        UnexposedPorts = nodes.Texts(test.Find("unexposedPorts"), "unexposedPorts"),
        Volumes = nodes.Texts(test.Find("volumes"), "volumes"),
        UnmountedVolumes = nodes.Texts(test.Find("unmountedVolumes"), "unmountedVolumes"),
        Entrypoint = test.Find("entrypoint") is { } entrypoint ? nodes.Texts(entrypoint, "entrypoint") : null,
        Command = test.Find("cmd") is { } cmd ? nodes.Texts(cmd, "cmd") : null,
        User = nodes.Text(test.Find("user"), "user") is { Length: > 0 } user ? user : null,
        WorkingDirectory = nodes.Text(test.Find("workdir"), "workdir") is { Length: > 0 } folder ? folder : null,
    };

    private static IEnumerable<PairExpectation> Pairs(ConfigNode? node, ExpectationNodes nodes)
    {
        foreach (var pair in nodes.Mappings(node, "a list of keys and values"))
        {
            var (key, value) = (nodes.Text(pair.Find("key"), "key") ?? "", nodes.Text(pair.Find("value"), "value") ?? "");
            var isPattern = nodes.Bool(pair.Find("isRegex"), "isRegex") == true;
            yield return new PairExpectation(key, value, isPattern ? nodes.Pattern(value, pair, "value") : null);
        }
    }

    private static ImmutableArray<string> Variables(ConfigNode? node, ExpectationNodes nodes) =>
        [.. nodes.Mappings(node, "variables").Select(pair =>
            $"{nodes.Text(pair.Find("key"), "key")}={nodes.Text(pair.Find("value"), "value")}")];

    private static ImmutableArray<ImmutableArray<string>> Commands(ConfigNode? node, ExpectationNodes nodes) =>
        node is ConfigSequence list ? [.. list.Items.Select(item => nodes.Texts(item, "a command"))] : [];

    private static string NameOf(ConfigMapping test, ExpectationNodes nodes, string otherwise) =>
        nodes.Text(test.Find("name"), "name") is { Length: > 0 } name ? name : otherwise;
}

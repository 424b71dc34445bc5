using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;

namespace Dockerlint.Linting.Config;

/// <summary>Reads the key <c>images</c>: a list of mappings, each with the name of images and what is told of them.</summary>
internal static class ConfigImageTable
{
    internal const string Name = "name";
    internal const string Like = "like";

    /// <summary>The keys of an item besides name and like.</summary>
    internal static IReadOnlyList<ConfigImageKey> Facts { get; } =
    [
        new("user", "The user that containers run as; root where it is empty.", ConfigShape.Text,
            (image, node, reading) => image with { User = reading.Text(node, "user") }),
        new("workdir", "The working directory.", ConfigShape.Text,
            (image, node, reading) => image with { WorkingDirectory = reading.Text(node, "workdir") }),
        new("sh", "The program that /bin/sh is.", ConfigShape.OneOf(BaseImage.SystemShells),
            (image, node, reading) => image with { SystemShell = reading.Name(node, "sh", BaseImage.SystemShells) }),
        new("shell", "The SHELL that it sets.", ConfigShape.Texts, (image, node, reading) =>
            image with { Shell = List(node, "shell", reading) }),
        new("entrypoint", "ENTRYPOINT in its exec form.", ConfigShape.Texts,
            (image, node, reading) => image with { Entrypoint = List(node, "entrypoint", reading) }),
        new("cmd", "CMD in its exec form.", ConfigShape.Texts, (image, node, reading) =>
            image with { Command = List(node, "cmd", reading) }),
        new("ports", "Exposed ports, such as 80 or 53/udp.", ConfigShape.Texts,
            (image, node, reading) =>
            image with { Ports =
            [.. List(node, "ports", reading).Select(port => port.Contains('/', StringComparison.Ordinal) ? port : port + "/tcp")] }),
        new("volumes", "Paths of volumes.", ConfigShape.Texts, (image, node, reading) =>
            image with { Volumes = List(node, "volumes", reading) }),
        new("env", "Names of the environment variables that it sets.", ConfigShape.Texts,
            (image, node, reading) => image with { Variables = List(node, "env", reading) }),
        new("onbuild", "Keywords of its ONBUILD triggers in order.", ConfigShape.Texts,
            (image, node, reading) =>
            image with { Triggers = [.. List(node, "onbuild", reading).Select(word => word.ToUpperInvariant())] }),
        new("healthcheck", "Whether it has a health check.", ConfigShape.Bool,
            (image, node, reading) => image with { HasHealthcheck = reading.Bool(node, "healthcheck") }),
        new("os", "The system that it stands on.", ConfigShape.OneOf(BaseImage.Systems),
            (image, node, reading) => image with { System = reading.Name(node, "os", BaseImage.Systems) }),
        new("package-manager", "The package manager that it has.", ConfigShape.OneOf(BaseImage.PackageManagers),
            (image, node, reading) => image with { PackageManager = reading.Name(node, "package-manager", BaseImage.PackageManagers) }),
        new("has", "Programs that are in it, or ca-certificates.", ConfigShape.Texts, (image, node, reading) =>
            image with { Programs = List(node, "has", reading) }),
        new("lacks", "Programs that are not in it.", ConfigShape.Texts, (image, node, reading) =>
            image with { MissingPrograms = List(node, "lacks", reading) }),
    ];

    internal static ConfigLayer Apply(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        if (node is not ConfigSequence list)
        {
            reading.Error(node, $"images takes a list of mappings, not {node.Kind}");
            return layer;
        }

        foreach (var item in list.Items)
        {
            if (item is not ConfigMapping mapping)
            {
                reading.Error(item, $"an image is a mapping, not {item.Kind}");
            }
            else if (mapping.Find(Name) is not { } name)
            {
                reading.Error(item, $"an image needs the key {Name}");
            }
            else if (reading.Text(name, Name) is { } pattern && IsPattern(pattern, name, Name, reading))
            {
                layer = layer with { Images = layer.Images.Add(reading.Setting(Read(pattern, mapping, reading), name)) };
            }
        }

        return layer;
    }

    private static ImageEntry Read(string pattern, ConfigMapping mapping, ConfigReading reading)
    {
        var entry = new ImageEntry(pattern, new BaseImage { Source = reading.Origin(mapping).ToString() });
        foreach (var (key, value) in mapping.Entries)
        {
            if (key.Text == Like)
            {
                entry = reading.Text(value, Like) is { } like && IsLike(like, pattern, value, reading) ? entry with { Like = like } : entry;
            }
            else if (Facts.FirstOrDefault(fact => fact.Name == key.Text) is { } fact)
            {
                entry = entry with { Facts = fact.Apply(entry.Facts, value, reading) };
            }
            else if (key.Text != Name)
            {
                reading.Unknown(key, "key of an image", key.Text, [Name, Like, .. Facts.Select(fact => fact.Name)]);
            }
        }

        if (entry.Facts.Programs.Intersect(entry.Facts.MissingPrograms).FirstOrDefault() is { } both)
        {
            reading.Error(mapping, $"{both} stands under has and under lacks");
        }

        return entry;
    }

    private static bool IsLike(string text, string pattern, ConfigNode node, ConfigReading reading)
    {
        if (!IsPattern(text, node, Like, reading))
        {
            return false;
        }

        var isOpen = text.EndsWith("/*", StringComparison.Ordinal);
        if (text.Contains('*', StringComparison.Ordinal)
            && (!isOpen || !pattern.EndsWith("/*", StringComparison.Ordinal) || Stars(text) + Stars(pattern) != 2))
        {
            reading.Error(node, "like names one image; it may have a * only as its end /*, where name ends so, too");
            return false;
        }

        return true;

        static int Stars(string text) => text.Count(character => character == '*');
    }

    // With letters instead of the stars it has to be a reference that an engine takes.
    private static bool IsPattern(string text, ConfigNode node, string key, ConfigReading reading)
    {
        if (ImageReference.TryParse(text.Replace("*", "x", StringComparison.Ordinal)) is { Digest: null })
        {
            return true;
        }

        reading.Error(node, $"{key} is no name of an image, such as registry.example.com/base/* or node:22-*");
        return false;
    }

    private static IReadOnlyList<string> List(ConfigNode node, string key, ConfigReading reading) =>
        [.. reading.List(node, key).Select(item => item.Text)];
}

using System.Collections.Immutable;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Tests;

/// <summary>The base images of the measured cases: a small root with an account file, and variants of it.</summary>
internal static class CaseImages
{
    private const string Accounts = "root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:app:/:/bin/sh\nweb:x:1001:1001:web:/:/bin/sh\n";

    internal static BaseImage Find(string variant)
    {
        var image = new BaseImage
        {
            Digest = "image " + variant,
            Layers = variant switch
            {
                "other" => "layers other",
                "passwd" => "layers passwd",
                _ => "layers plain",
            },
            Environment = ImmutableArray<KeyValuePair<string, string>>.Empty,
            User = "",
            WorkingDirectory = "",
            Files = Root(variant),
        };
        return variant switch
        {
            "env" => image with { Environment = [new("FROMBASE", "1")] },
            "user" => image with { User = "app" },
            "workdir" => image with { WorkingDirectory = "/basewd" },
            "onbuild" => image with { OnBuild = ["RUN echo trig > /trig", "COPY a.txt /ob/"] },
            "onbuild2" => image with { OnBuild = ["RUN echo trig2 > /trig", "COPY a.txt /ob/"] },
            _ => image,
        };
    }

    private static ContextManifest Root(string variant)
    {
        List<ContextEntry> entries =
        [
            .. new[] { "bin", "etc", "root", "proc", "sys", "dev" }.Select(name =>
                new ContextEntry(name, ContextEntryKind.Directory) { Mode = 0x1ED }),
            new("tmp", ContextEntryKind.Directory) { Mode = 0x3FF },
            Text("bin/busybox", "busybox", 0x1ED),
            Text("etc/passwd", variant == "passwd" ? Accounts.Replace("1000:1000:app", "1005:1005:app", StringComparison.Ordinal)
                : Accounts, 0x1A4),
            Text("etc/group", "root:x:0:\napp:x:1000:\nweb:x:1001:\n", 0x1A4),
        ];
        if (variant == "other")
        {
            entries.Add(Text("etc/variant", "other\n", 0x1A4));
        }

        return ContextManifest.Create(entries);
    }

    private static ContextEntry Text(string path, string text, int mode) =>
        new(path, ContextEntryKind.File) { Mode = mode, Content = ContextContent.FromBytes(Encoding.UTF8.GetBytes(text)) };
}

using Dockerlint.Linting;

namespace Dockerlint.Verification;

// What the image holds.
public static partial class VerificationRules
{
    private static RuleInfo[] ContentRules() =>
    [
        Of(ImageTooLarge, "image-too-large", Category.Size, Severity.Error,
            "The files of the image take more than the limit (`--max-size`).",
            "Size is paid at every pull and every start on a new machine. The finding stands at the largest layer.",
            "FROM busybox:1.37\nRUN dd if=/dev/zero of=/x bs=1M count=500\n", "FROM busybox:1.37\n"),
        Of(BytesWasted, "bytes-wasted", Category.Size, Severity.Warning,
            "Files that a later layer deletes or replaces take more than the limit (`--max-wasted`).",
            "A layer keeps what it has: deleting in a later one hides the file and saves nothing.",
            "FROM busybox:1.37\nRUN dd if=/dev/zero of=/x bs=1M count=50\nRUN rm /x\n",
            "FROM busybox:1.37\nRUN dd if=/dev/zero of=/x bs=1M count=50 && rm /x\n"),
        Of(SetUserIdFile, "setuid-file", Category.Security, Severity.Info,
            "The image has programs that run with the rights of their owner whoever starts them.",
            "Each is a way up for whoever breaks in. Few images need any.",
            "FROM busybox:1.37\nRUN chmod u+s /bin/busybox\n", "FROM busybox:1.37\n"),
        Of(WorldWritable, "world-writable-file", Category.Security, Severity.Warning,
            "Everybody may write to a file or directory of the image.",
            "Any process of the container can then replace programs and configuration.",
            "FROM busybox:1.37\nCOPY --chmod=777 app /app\n", "FROM busybox:1.37\nCOPY --chmod=755 app /app\n"),
        Of(PrivateKey, "private-key-in-image", Category.Security, Severity.Error,
            "A layer has a private key.",
            "Whoever can pull the image has the key, also when a later layer deletes it.",
            "FROM busybox:1.37\nCOPY id_rsa /root/.ssh/\n", "FROM busybox:1.37\nRUN --mount=type=ssh true\n"),
        Of(EnvironmentFile, "env-file-in-image", Category.Security, Severity.Warning,
            "A layer has an .env file.",
            "Such files hold the passwords of a developer's machine. A line in .dockerignore keeps them out.",
            "FROM busybox:1.37\nCOPY .env /app/\n", "FROM busybox:1.37\nCOPY app /app/\n"),
        Of(PackageCache, "package-cache-in-image", Category.Size, Severity.Warning,
            "The image has the cache of a package manager.",
            "Nobody reads it again. It is deleted in the instruction that makes it, or kept in a cache mount.",
            "FROM debian:13\nRUN apt-get update\n", "FROM debian:13\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\n"),
        Of(SecretInHistory, "secret-in-history", Category.Security, Severity.Error,
            "The history or the configuration of the image shows what looks like a secret.",
            "Build arguments and environment variables can be read by all who have the image.",
            "FROM busybox:1.37\nARG NPM_TOKEN\nRUN true\n", "FROM busybox:1.37\nRUN --mount=type=secret,id=npm true\n"),
        Of(GrewTooMuch, "image-grew", Category.Size, Severity.Error,
            "The image has grown by more than is allowed (`--compare`, `--max-growth`) since the one it is compared with.",
            "Growth comes in small steps that nobody looks at; a limit makes one look.",
            "FROM busybox:1.37\nRUN dd if=/dev/zero of=/x bs=1M count=50\n", "FROM busybox:1.37\n"),
        Of(BuildTools, "build-tools-in-image", Category.Size, Severity.Info,
            "The image has compilers or build tools.",
            "They take room and help an intruder. A second stage that takes the result alone leaves them behind.",
            "FROM golang:1.26\nRUN go build -o /app .\n",
            "FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n"),
    ];
}

using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DK2015.</summary>
public sealed class UncheckedDownload : Rule
{
    private static readonly string[] s_users =
        ["tar", "unzip", "bsdtar", "gunzip", "dpkg", "rpm", "apk", "apt", "apt-get", "yum", "dnf", "chmod", "sh", "bash", "python", "python3", "install", "gzip", "7z", "unxz", "pip", "pip3"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2015", "unchecked-download", Category.Security, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new("A download is unpacked, installed or run, and neither digest nor signature is checked.",
            "What the server sends may change, by an attack or by a new release under an old name. Check a digest in the same RUN, or fetch with ADD --checksum. Off by default.",
            [new("FROM debian:12\nRUN curl -fsSLo /a.tgz https://example.com/a-1.0.tgz && tar xf /a.tgz\n", "FROM debian:12\nRUN curl -fsSLo /a.tgz https://example.com/a-1.0.tgz && echo \"$SUM /a.tgz\" | sha256sum -c && tar xf /a.tgz\n"),
             new("FROM debian:12\nRUN curl -fsSL https://example.com/a-1.0.tgz | tar xz\n", "FROM debian:12\nRUN curl -fsSL https://example.com/status\n"),
             new("FROM debian:12\nADD https://example.com/a.deb /\n", "FROM debian:12\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a.deb /\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var lines = context.Get<CommandLines>();
        foreach (var download in context.Get<Downloads>().Where(download => !download.IsVerified && download.Interpreter is null && !download.IsLocal))
        {
            var isGit = download.Transfer is not null && download.Url.Split('#', '?')[0].EndsWith(".git", StringComparison.Ordinal);
            if (!isGit && (download.Line is null || IsUsed(download, lines)))
            {
                context.Report(download.UrlSpan, "nothing checks what is fetched here before it is used");
            }
        }
    });

    private static bool IsUsed(Download download, CommandLines lines)
    {
        if (!download.IsPrinted)
        {
            return download.Output is { } output && lines.Of(download.Line!.Script).Any(line => s_users.Contains(line.Name) && line.Arguments.Any(word => word?.EndsWith(output, StringComparison.Ordinal) == true));
        }

        return download.Line!.Script.Nodes.OfType<Pipeline>().Any(pipeline => pipeline.Commands.Length > 1
            && pipeline.Commands[..^1].Contains(download.Line.Use.Command) && pipeline.Commands.OfType<SimpleCommand>().Skip(1)
                .Any(command => lines.Of(command) is { } line && s_users.Contains(line.Name)));
    }
}

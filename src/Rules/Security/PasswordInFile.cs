using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DK2017.</summary>
public sealed class PasswordInFile : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2017", "password-in-file", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV2_DOCKER_17"), RuleSource.Dockle("DKL-LI-0001")],
        Doc = new("An account is given a password that stands in the file or in a build argument.",
            "Every container of the image has the same password, and everybody who can pull the image can find it. Lock the account, or set the password when the container starts.",
            [new("FROM debian:12\nRUN echo 'root:s3cr3t' | chpasswd\n", "FROM debian:12\nRUN --mount=type=secret,id=p chpasswd < /run/secrets/p && passwd -l root\n"),
             new("FROM debian:12\nARG PW\nRUN echo \"root:$PW\" | chpasswd\n", "FROM debian:12\nRUN echo \"root:$(cat /run/secrets/p)\" | chpasswd\n"),
             new("FROM debian:12\nRUN useradd -m -p abc app\n", "FROM debian:12\nRUN useradd -m app\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var lines = context.Get<CommandLines>();
        foreach (var script in context.Scripts)
        {
            foreach (var pipeline in script.Nodes.OfType<Pipeline>().Where(pipeline => pipeline.Commands.Length > 1))
            {
                var last = lines.Of(pipeline.Commands[^1]);
                var first = lines.Of(pipeline.Commands[0]);
                if (first is { Name: "echo" or "printf", Arguments.Count: > 0 } && Enumerable.Range(0, first.Arguments.Count).All(first.IsInFile)
                    && (last?.Name is "chpasswd" || (last?.Name is "passwd" && (last.Has("--stdin") || first.Arguments.Any(word => word?.Contains("\\n", StringComparison.Ordinal) == true)))))
                {
                    context.Report(first.SpanOf(first.Arguments.Count - 1), $"{last.Name} sets a password that everybody who reads the image knows");
                }
            }
        }

        foreach (var line in lines.Where(line => line.Name is "useradd" or "usermod" or "groupadd"))
        {
            if (line.IndexOf("-p", "--password") is >= 0 and var option && (line.Sketch(option).Contains('=', StringComparison.Ordinal) ? option : option + 1) is var value
                && value < line.Arguments.Count && line.IsInFile(value) && line.Sketch(value) is { Length: > 0 } text && text[0] is not ('*' or '!'))
            {
                context.Report(line.SpanOf(value), $"{line.Name} sets a password that everybody who reads the image knows");
            }
        }
    });
}

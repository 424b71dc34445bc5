using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DK2010.</summary>
public sealed class CredentialInCommand : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2010", "credential-in-command", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Trivy("DS-0031")],
        Doc = new("A command is given a password or token that stands in the file or in a build argument.",
            "The command line is kept in the history of the image, with the values of build arguments, and what the command stores is kept in the layer. Use RUN --mount=type=secret. What a script reads at build time, from a secret mount for example, is not reported.",
            [new("FROM docker:28\nRUN docker login -u ci -p s3cr3t registry.example.com\n", "FROM docker:28\nRUN --mount=type=secret,id=p docker login -u ci --password-stdin registry.example.com < /run/secrets/p\n"),
             new("FROM debian:12\nARG TOKEN\nRUN aws configure set aws_secret_access_key $TOKEN\n", "FROM debian:12\nRUN --mount=type=secret,id=t aws configure set aws_secret_access_key $(cat /run/secrets/t)\n"),
             new("FROM debian:12\nRUN curl -u ci:s3cr3t https://example.com/a -o /a\n", "FROM debian:12\nRUN curl -u \"$(cat /run/secrets/p)\" https://example.com/a -o /a\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var line in context.Get<CommandLines>())
        {
            if (Secret(line) is >= 0 and var index && index < line.Arguments.Count && line.IsInFile(index) && line.Sketch(index) is { Length: > 0 } text && text != "-")
            {
                context.Report(line.SpanOf(index), $"{line.Name} is given a secret that stays in the history of the image");
            }
        }

        foreach (var script in context.Scripts)
        {
            CheckNetrc(script, context);
            CheckVariables(script, context);
        }
    });

    // The index of the argument that is the secret.
    private static int Secret(CommandLine line) => line.Name switch
    {
        "docker" or "podman" or "buildah" or "skopeo" or "helm" or "oras" or "crane" when line.Arguments.Contains("login") => ValueOf(line, "-p", "--password", "--creds"),
        "aws" when line.Starts("configure", "set") => IndexAfter(line, "aws_secret_access_key", "aws_access_key_id", "aws_session_token"),
        "az" when line.Starts("login") => ValueOf(line, "-p", "--password"),
        "gcloud" when line.Starts("auth", "activate-service-account") && !HasSecretMount(line) => ValueOf(line, "--key-file"),
        "doctl" when line.Starts("auth", "init") => ValueOf(line, "-t", "--access-token"),
        "heroku" or "vercel" or "netlify" or "flyctl" or "fly" => ValueOf(line, "--token", "--auth", "-t"),
        "npm" or "yarn" or "pnpm" when line.Arguments.FirstOrDefault(word => word?.Contains("_authToken", StringComparison.Ordinal) == true) is { } key => TokenValue(line, key),
        "curl" or "wget" when Header(line) is >= 0 and var header => header,
        "curl" => ValueOf(line, "-u", "--user", "--proxy-user", "-U", "--oauth2-bearer") is >= 0 and var index && line.Sketch(index).Split(':', 2) is [_, { Length: > 0 }] ? index : -1,
        "wget" => ValueOf(line, "--password", "--http-password", "--ftp-password"),
        "poetry" when line.Starts("config") => line.Arguments.FirstOrDefault(word => word?.StartsWith("pypi-token.", StringComparison.Ordinal) == true) is { } key ? IndexAfter(line, key)
            : line.Arguments.FirstOrDefault(word => word?.StartsWith("http-basic.", StringComparison.Ordinal) == true) is { } basic ? IndexAfter(line, basic) + 1 : -1,
        "composer" when line.Arguments.FirstOrDefault(word => word?.StartsWith("github-oauth.", StringComparison.Ordinal) == true) is { } key => IndexAfter(line, key),
        "twine" => ValueOf(line, "-p", "--password"),
        "sshpass" => line.IndexOf("-p") is >= 0 and var index ? index + 1 : Joined(line, "-p"),
        "mysql" or "mysqladmin" or "mysqldump" or "mariadb" => line.IndexOf("--password") is >= 0 and var index && line.Sketch(index).Contains('=', StringComparison.Ordinal) ? index : Joined(line, "-p"),
        _ => -1,
    };

    private static int TokenValue(CommandLine line, string key)
    {
        var index = IndexAfter(line, key) - 1;
        return key.Contains("_authToken=", StringComparison.Ordinal) ? index : index + 1;
    }

    private static bool HasSecretMount(CommandLine line) => line.Use.Instruction.Flags.Any(flag => flag is { Name: "mount", Value: { } mount } && mount.Contains("type=secret", StringComparison.Ordinal));

    // Authorization: Bearer x
    private static int Header(CommandLine line)
    {
        for (var i = 0; i < line.Arguments.Count; i++)
        {
            var text = line.Sketch(i);
            if (text.IndexOf("Authorization:", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && text[(at + 14)..].Trim().Length > 12 && line.IsInFile(i))
            {
                return i;
            }
        }

        return -1;
    }

    // The index of a short option with its value in the same word.
    private static int Joined(CommandLine line, string option)
    {
        for (var i = 0; i < line.Arguments.Count; i++)
        {
            if (line.Sketch(i) is var text && text.Length > option.Length && text.StartsWith(option, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static int ValueOf(CommandLine line, params ReadOnlySpan<string> options)
    {
        var index = line.IndexOf(options);
        var isJoined = index >= 0 && line.Sketch(index) is var text && text.StartsWith("--", StringComparison.Ordinal) && text.Contains('=', StringComparison.Ordinal);
        return isJoined ? index : index >= 0 && index + 1 < line.Arguments.Count ? index + 1 : -1;
    }

    private static int IndexAfter(CommandLine line, params ReadOnlySpan<string> words) => line.IndexOf(words) is >= 0 and var index ? index + 1 : -1;

    // export DB_PASSWORD=s3cr3t, or the same in front of a command
    private static void CheckVariables(ScriptUse script, RuleContext context)
    {
        var set = script.Nodes.OfType<Assignment>().Select(assignment => (assignment.Name, Value: assignment.Value?.LiteralValue, assignment.Span))
            .Concat(script.Commands.Where(use => use.Command.Name == "export").SelectMany(use => use.Command.Words.Skip(1))
                .Where(word => word.LiteralValue?.Contains('=', StringComparison.Ordinal) == true)
                .Select(word => (Name: word.LiteralValue!.Split('=')[0], Value: (string?)word.LiteralValue[(word.LiteralValue.IndexOf('=', StringComparison.Ordinal) + 1)..], word.Span)));
        foreach (var (name, value, span) in set)
        {
            if (value is { Length: > 5 } && SecretName.IsSecret(name) && !SecretName.IsVague(name) && !SecretName.IsHarmless(value) && !SecretName.IsPlainWord(value))
            {
                context.Report(script.Text.ToSource(span), $"the value of {name} stays in the history of the image");
            }
        }
    }

    // echo "machine x login y password z" > ~/.netrc
    private static void CheckNetrc(ScriptUse script, RuleContext context)
    {
        foreach (var command in script.Commands.Select(use => use.Command).Where(command => command.Name is "echo" or "printf"))
        {
            if (command.Redirects.FirstOrDefault(redirect => redirect.Operator.Text is ">" or ">>") is { } redirect
                && Path(redirect.Target) is { } path && (path.EndsWith(".netrc", StringComparison.Ordinal) || path.EndsWith(".git-credentials", StringComparison.Ordinal) || path.EndsWith(".pypirc", StringComparison.Ordinal))
                && CommandLine.Of(new CommandUse(script, command)) is { } line && line.Arguments.Count > 0
                && Enumerable.Range(0, line.Arguments.Count).All(line.IsInFile))
            {
                context.Report(line.SpanOf(line.Arguments.Count - 1), $"credentials are written to {path} and stay in the layer and the history of the image");
            }
        }
    }

    private static string? Path(ShellWord word) => word.Parts.LastOrDefault()?.LiteralValue;
}

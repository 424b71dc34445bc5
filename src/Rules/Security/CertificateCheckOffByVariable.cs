using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class CertificateCheckOffByVariable : Rule
{
    public override RuleInfo Info { get; } = new("DK2004", "certificate-check-off-by-variable", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV2_DOCKER_5"), RuleSource.Checkov("CKV2_DOCKER_6"), RuleSource.Checkov("CKV2_DOCKER_12"),
            RuleSource.Checkov("CKV2_DOCKER_14"), RuleSource.Checkov("CKV2_DOCKER_16")],
        Doc = new(
            "A variable switches the check of certificates off.",
            """
            As ENV it holds for every command of the build and for every container of the image. Install the certificate of your own
            authority instead.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    ENV NODE_TLS_REJECT_UNAUTHORIZED=0
                    """,
                    Good: """
                    FROM node:22
                    ENV NODE_EXTRA_CA_CERTS=/etc/ssl/own.pem
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN GIT_SSL_NO_VERIFY=1 git clone https://example.com/a.git
                    """,
                    Good: """
                    FROM debian:12
                    RUN git clone https://example.com/a.git
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN export PYTHONHTTPSVERIFY=0 && python x.py
                    """,
                    Good: """
                    FROM python:3.13
                    ENV PYTHONHTTPSVERIFY=1
                    """),
            ])
        {
            Remedy = """
                Remove the variable. To trust an authority of your own, name its certificate in `NODE_EXTRA_CA_CERTS`, `PIP_CERT`,
                `GIT_SSL_CAINFO` or whatever the program reads.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Stage(static (stage, context) =>
        {
            foreach (var step in stage.Steps)
            {
                if (step.Action is EnvInstruction or ArgInstruction)
                {
                    foreach (var pair in ((KeyValueInstruction)step.Action).Pairs.Where(pair => pair.Value is not null))
                    {
                        Check(pair.Key.LiteralValue, WordExpander.Expand(pair.Value!, step.Before.Variables.Lookup), pair.Span, context);
                    }
                }
            }
        });
        on.Script(static (script, context) =>
        {
            foreach (var assignment in script.Nodes.OfType<Assignment>())
            {
                Check(assignment.Name, script.Resolve(assignment.Value), script.Text.ToSource(assignment.Span), context);
            }
        });
        on.Invocation(static (use, context) =>
        {
            var command = use.Invocation;
            if (command.Tool == ShellTools.Export)
            {
                foreach (var word in command.Operands)
                {
                    if (word.Value?.Split('=', 2) is [var name, var value])
                    {
                        Check(name, value, command.ToSource(word), context);
                    }
                }
            }

            foreach (var setting in command.OwnSettings())
            {
                Check(setting.Name, setting.Value, command.Text.ToSource(setting.Span), context);
            }
        });
    }

    private static void Check(string? name, string? value, TextSpan span, RuleContext context)
    {
        if (name is not null && value is not null && IsOff(name.ToUpperInvariant(), value))
        {
            context.Report(span, $"{name}={value} switches the check of certificates off");
        }
    }

    private static bool IsOff(string name, string value) => name switch
    {
        "PYTHONHTTPSVERIFY" or "NODE_TLS_REJECT_UNAUTHORIZED" => value == "0",
        "NPM_CONFIG_STRICT_SSL" or "YARN_STRICT_SSL" or "YARN_ENABLE_STRICT_SSL" or "CONDA_SSL_VERIFY" =>
        value is "false" or "0" or "False",
        "PIP_TRUSTED_HOST" or "GOINSECURE" or "GIT_SSL_NO_VERIFY" => value.Length > 0,
        _ => false,
    };
}

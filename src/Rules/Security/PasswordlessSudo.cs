using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PasswordlessSudo : Rule
{
    private const string Word = "NOPASSWD";

    public override RuleInfo Info { get; } = new("DK2013", "passwordless-sudo", Category.Security, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "A user may become root without a password.",
            """
            A USER in front of such a rule protects from nothing. Off by default: images for development want it. Stages that are not
            shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo 'dev ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/dev
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo 'dev ALL=(ALL) ALL' > /etc/sudoers.d/dev
                    """),
            ])
        {
            Remedy = """
                Delete the line, and do privileged work during the build under `USER root`. In an image for development, ignore the
                finding.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Script(Check);
        on.InnerScript(static (script, context) =>
        {
            // What stands in a word of the RUN's own script stands in that script as well.
            if (!context.Model.ScriptsOf(script.Instruction).Any(outer => outer.Text.Text.Contains(Word, StringComparison.Ordinal)))
            {
                Check(script, context);
            }
        });
    }

    private static void Check(ScriptUse script, RuleContext context)
    {
        var text = script.Text.Text;
        if ((script.IsTrigger || context.Model.IsShipped(script.Stage)) && text.IndexOf(Word, StringComparison.Ordinal) is >= 0 and var at
            && text.Contains("sudoers", StringComparison.Ordinal))
        {
            context.Report(script.Text.ToSource(new TextSpan(at, Word.Length)), "sudo asks for no password here");
        }
    }
}

using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class TildeKept : Rule
{
    public override RuleInfo Info { get; } = new("DK6018", "tilde-kept", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A path begins with a tilde where no shell expands it.",
            "Only a shell makes the home directory of it. WORKDIR, COPY and VOLUME make a directory named ~, and ENV keeps the character.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    WORKDIR ~/app
                    """,
                    Good: """
                    FROM debian:12
                    WORKDIR /root/app
                    RUN cd ~ && ls
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    COPY .bashrc ~/
                    """,
                    Good: """
                    FROM debian:12
                    COPY backup~ /root/
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ENV PATH=$PATH:~/bin
                    """,
                    Good: """
                    FROM debian:12
                    ENV PATH=$PATH:/root/bin
                    """),
            ])
        {
            Remedy = "Write the home directory out, as in `/root/app` or `/home/app/bin`.",
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Instruction<WorkdirInstruction>(static (workdir, context) =>
            Check(workdir.Argument.LiteralValue ?? "", workdir.Argument.Span, "WORKDIR", context));
        on.Instruction<WordListInstruction>(static (instruction, context) =>
        {
            if (instruction is VolumeInstruction or FileTransferInstruction)
            {
                foreach (var (text, span) in instruction.Json is { } json ? json.Items.Select(item => (item.Value, item.Span))
                    : instruction.Words.Select(word => (word.RawText, word.Span)))
                {
                    Check(text, span, instruction.Name, context);
                }
            }
        });
        on.Instruction<EnvInstruction>(static (env, context) =>
        {
            foreach (var word in env.Pairs.Select(pair => pair.Value).OfType<WordSyntax>())
            {
                var text = word.RawText.Trim('"', '\'');
                Check(text.Contains(":~/", StringComparison.Ordinal) ? "~/" : text, word.Span, "ENV", context);
            }
        });
    }

    private static void Check(string text, TextSpan span, string name, RuleContext context)
    {
        if (HomePath.IsOne(text))
        {
            context.Report(span, $"{name} does not expand the tilde");
        }
    }
}

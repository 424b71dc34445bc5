using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class NeedlessPlatform : Rule
{
    private const string Variable = "TARGETPLATFORM";

    public override RuleInfo Info { get; } = new("DL3065", "needless-platform", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("RedundantTargetPlatform")],
        Fix = FixAvailability.Always,
        Doc = new(
            "FROM --platform=$TARGETPLATFORM.",
            "The platform of the build is the default of every FROM.",
            [
                new(
                    Bad: "FROM --platform=$TARGETPLATFORM alpine:3.22\n",
                    Good: "FROM --platform=$BUILDPLATFORM alpine:3.22\n",
                    Fixed: "FROM alpine:3.22\n"),
                new(
                    Bad: "FROM --platform=\"${TARGETPLATFORM}\" alpine:3.22\n",
                    Good: """
                    ARG TARGETPLATFORM=linux/arm64
                    FROM --platform=$TARGETPLATFORM alpine:3.22
                    """,
                    Fixed: "FROM alpine:3.22\n"),
            ])
        {
            Remedy = "Delete the flag. If the stage should run on the machine that builds, write `--platform=$BUILDPLATFORM`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        // An ARG of that name with a value of its own asks for something else.
        if (stage.Base.Stage is null && stage.From.Flag("platform") is { ValueWord: { } word } flag && IsVariableAlone(word.Parts)
            && context.Model.GlobalScope.Find(Variable) is not { Kind: not VariableKind.Predefined, Value.Text: not null })
        {
            context.Report(flag.Span, "this is the default of every FROM: leave --platform out", Removal(stage.From, flag));
        }
    });

    private static bool IsVariableAlone(IReadOnlyList<WordPartSyntax> parts) => parts is [QuotedSyntax { Quote: '"' } quoted]
        ? IsVariableAlone(quoted.Parts)
        : parts is [VariableReferenceSyntax { Name: Variable, Operator: null }];

    private static IReadOnlyList<Fix> Removal(FromInstruction from, FlagSyntax flag)
    {
        var end = flag.Span.End;
        while (end < from.Image.Span.Start && from.Source.Text[end] is ' ' or '\t')
        {
            end++;
        }

        return Fix.Of("drop --platform", Applicability.Safe, new TextEdit(TextSpan.FromBounds(flag.Span.Start, end), ""));
    }
}

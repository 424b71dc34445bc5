using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's RedundantTargetPlatform; DL3065 says the same in the other profiles.</summary>
internal sealed class RedundantPlatform : Rule
{
    public override RuleInfo Info { get; } = new("RedundantTargetPlatform", "redundant-platform", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "FROM asks for the target platform, which is the default.",
            "The flag changes nothing and makes a reader look for a reason. The default profile reports this as DL3065.",
            [
                new(
                    Bad: "FROM --platform=$TARGETPLATFORM alpine:3.22\n",
                    Good: "FROM --platform=$BUILDPLATFORM alpine:3.22\n",
                    Fixed: "FROM alpine:3.22\n"),
            ])
        {
            Remedy = """
                Delete the flag. If the stage should run on the machine that builds, as for cross-compiling, write
                `--platform=$BUILDPLATFORM`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.Flag("platform") is not { Value: { } value, ValueWord.Span: var span } flag)
        {
            return;
        }

        var word = ExpandedWords.Word(value, span, context.Tree);
        var names = word.Variables.Select(variable => variable.Name).Distinct().ToList();
        var globals = context.Get<EngineBuild>().Globals;
        if (names is ["TARGETPLATFORM"] && WordExpander.Expand(word, globals.Lookup) is { } platform
            && platform == globals.Lookup("TARGETPLATFORM").Text)
        {
            var gap = TextSpan.FromBounds(flag.Span.Start, from.Image.Span.Start);
            context.ReportAt(from.Span, flag.Span, $"platform {value} is the default",
                from.Flags.Count == 1 && context.Tree.Source.Slice(gap).IndexOf('\n') < 0
                    ? Fix.Of("remove the flag", Applicability.Safe, new TextEdit(gap, "")) : []);
        }
    });
}

using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's ConsistentInstructionCasing.</summary>
internal sealed class MixedKeywordCasing : Rule
{
    public override RuleInfo Info { get; } = new("ConsistentInstructionCasing", "mixed-keyword-casing", Category.Style, Severity.Style)
    {
        Since = "0.1",
        IsLayout = true,
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A keyword is not written in the case of most others in the file.",
            """
            Keywords in one case are easier to read and to search for. Which case is up to the majority; where both are as many it is
            upper case.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    run true
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN true
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN true
                    """),
                new(
                    Bad: """
                    from alpine:3.22
                    run true
                    Run false
                    """,
                    Good: """
                    from alpine:3.22
                    run true
                    run false
                    """,
                    Fixed: """
                    from alpine:3.22
                    run true
                    run false
                    """),
            ])
        {
            Remedy = "Write all keywords in upper case, or all in lower case if most of the file already does so.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // What stands before the first FROM has no vote and is not looked at; a line that is no instruction has no keyword.
        var instructions = context.Tree.Root.Instructions.SkipWhile(instruction => instruction.Name != "FROM")
            .Where(instruction => instruction is not UnknownInstruction).ToList();
        var lower = instructions.Count(instruction => IsLower(instruction.Keyword.LogicalText));
        var upper = instructions.Count(instruction => IsUpper(instruction.Keyword.LogicalText));
        var wantsLower = lower > upper;
        foreach (var instruction in instructions)
        {
            var keyword = instruction.Keyword;
            var text = keyword.LogicalText;
            if (wantsLower ? !IsLower(text) : !IsUpper(text))
            {
                var wanted = wantsLower ? text.ToLowerInvariant() : text.ToUpperInvariant();
                context.ReportAt(instruction.Span, keyword.Span,
                    $"keyword {text} is not in {(wantsLower ? "lower" : "upper")} case like most in this file",
                    keyword.Text == text
                        ? Fix.Of($"write {wanted}", Applicability.Safe,
                        [new TextEdit(keyword.Span, wanted), .. AsIn(instruction, wantsLower)]) : []);
            }
        }
    });

    // AS goes with its FROM, so that the two do not differ afterwards.
    private static IEnumerable<TextEdit> AsIn(InstructionSyntax instruction, bool wantsLower) =>
        instruction is FromInstruction { AsKeyword: { } keyword } && keyword.Text == keyword.LogicalText
            ? [new TextEdit(keyword.Span, wantsLower ? "as" : "AS")]
            : [];

    private static bool IsLower(string text) => text == text.ToLowerInvariant();

    private static bool IsUpper(string text) => text == text.ToUpperInvariant();
}

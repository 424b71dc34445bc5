using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Linting.Targets;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Linting;

public sealed class FixLoopTests
{
    private const string Base = "FROM a:1\n";

    [Fact]
    public void Fixes_that_overlap_wait_for_the_next_round()
    {
        var result = Run(Base + "RUN one two\n", new Word("T1", "one", "uno"), new Word("T2", "one two", "uno due", "uno two", "uno due"));
        Assert.Equal(Base + "RUN uno due\n", result.Source.Text);
        Assert.Equal(["T1", "T2"], result.Applied.Select(fix => fix.Finding.RuleId));
        Assert.True(result.IsFinished);
        Assert.Empty(result.After.Diagnostics);
    }

    [Fact]
    public void A_fix_that_breaks_the_file_is_undone_and_told_and_the_others_stay()
    {
        var result = Run(Base + "RUN one\nWORKDIR two\n", new Word("T1", "one", "uno"), new Word("T2", "WORKDIR two", "WORKDIR"));
        Assert.Equal(Base + "RUN uno\nWORKDIR two\n", result.Source.Text);
        Assert.Equal("T1", Assert.Single(result.Applied).Finding.RuleId);
        var rejected = Assert.Single(result.Rejected);
        Assert.Equal("T2", rejected.Finding.RuleId);
        Assert.Contains("DL1000", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal("T2", Assert.Single(result.After.Diagnostics).RuleId);
    }

    [Fact]
    public void A_fix_that_causes_a_finding_of_another_rule_is_undone()
    {
        var result = Run(Base + "RUN one\n", new Word("T1", "one", "uno"), new Word("T2", "uno", "due", Applicability.Manual));
        Assert.Equal(Base + "RUN one\n", result.Source.Text);
        Assert.Equal("it would cause T2 (uno)", Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void What_a_revealing_fix_uncovers_is_no_reason_to_undo_it()
    {
        var result = Run(
            Base + "RUN one\n", new Word("T1", "one", "uno") { Reveals = true }, new Word("T2", "uno", "due", Applicability.Manual));
        Assert.Equal(Base + "RUN uno\n", result.Source.Text);
        Assert.Equal("T2", Assert.Single(result.After.Diagnostics).RuleId);
    }

    [Fact]
    public void A_fix_that_does_not_remove_its_finding_is_undone()
    {
        var result = Run(Base + "RUN one\n", new Word("T1", "one", "one  "));
        Assert.Equal(Base + "RUN one\n", result.Source.Text);
        Assert.Equal("T1 would still be found", Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void Fixes_that_undo_each_other_end_the_loop()
    {
        var result = Run(
            Base + "RUN one\n", new Word("T1", "one", "uno") { Reveals = true }, new Word("T2", "uno", "one") { Reveals = true });
        Assert.Equal(Base + "RUN uno\n", result.Source.Text);
        Assert.Equal("it would undo what another fix did", Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void The_loop_gives_up_after_ten_rounds()
    {
        var result = Run(Base + "RUN 1\n", new Counter());
        Assert.Equal(Base + "RUN 11\n", result.Source.Text);
        Assert.Equal(FixLoop.MostRounds, result.Applied.Count);
        Assert.False(result.IsFinished);
    }

    [Theory]
    [InlineData(Applicability.Safe, "RUN one\n")]
    [InlineData(Applicability.Unsafe, "RUN uno\n")]
    public void Only_fixes_as_bold_as_asked_for_are_applied(Applicability most, string expected) =>
        Assert.Equal(Base + expected,
            Run(new FixSelection(most), Base + "RUN one\n", new Word("T1", "one", "uno", Applicability.Unsafe)).Source.Text);

    [Fact]
    public void A_manual_fix_is_never_applied() =>
        Assert.Equal(Base + "RUN one\n", Run(Base + "RUN one\n", new Word("T1", "one", "uno", Applicability.Manual)).Source.Text);

    [Fact]
    public void Only_the_selected_rules_are_fixed()
    {
        var result = Run(new FixSelection(Applicability.Safe, ["T2"]), Base + "RUN one two\n", new Word("T1", "one", "uno"),
            new Word("T2", "two", "due"));
        Assert.Equal(Base + "RUN one due\n", result.Source.Text);
        Assert.Equal("T1", Assert.Single(result.After.Diagnostics).RuleId);
    }

    [Fact]
    public void A_finding_that_a_comment_switches_off_is_not_fixed()
    {
        const string text = Base + "# dockerlint ignore=T1\nRUN one\nRUN one\n";
        Assert.Equal(Base + "# dockerlint ignore=T1\nRUN one\nRUN uno\n", Run(text, new Word("T1", "one", "uno")).Source.Text);
    }

    [Fact]
    public void Inserted_lines_take_the_line_end_of_their_place()
    {
        var result = Run("FROM a:1\r\nRUN one\r\nRUN two", new Word("T1", "one", "uno\nRUN due"), new Word("T2", "two", "due\nRUN tre"));
        Assert.Equal("FROM a:1\r\nRUN uno\r\nRUN due\r\nRUN due\r\nRUN tre", result.Source.Text);
    }

    [Fact]
    public void A_fix_is_made_only_where_all_builds_of_the_file_ask_for_it_and_none_gets_worse()
    {
        // All builds ask for the first; the second is right for one build alone; the third breaks the other.
        var rules = new Rule[] { new Word("T1", "one", "uno"), new ArgumentWord("T2", "A", "two", "due"), new Word("T3", "three", "tre"),
            new ArgumentWord("T4", "B", "tre", "three") };
        const string text = Base + "RUN one\nRUN two\nRUN three\n";
        Assert.Equal(Base + "RUN uno\nRUN due\nRUN tre\n", Run(text, "A").Source.Text);
        foreach (var builds in (string[][])[["A", "B"], ["B", "A"], ["A", "C", "B"]])
        {
            var result = Run(text, builds);
            Assert.Equal(Base + "RUN uno\nRUN two\nRUN three\n", result.Source.Text);
            Assert.Equal(["another build of the file does not ask for it", "it would cause T4 (tre)"],
                result.Rejected.OrderBy(fix => fix.Finding.RuleId).Select(fix => fix.Reason));
            Assert.Equal(["T1", "T2", "T3"], result.Before.Diagnostics.Select(finding => finding.RuleId).Distinct());
            Assert.Equal(["T2", "T3"], result.After.Diagnostics.Select(finding => finding.RuleId).Distinct());
        }

        FixResult Run(string text, params string[] arguments) =>
            new FixLoop(new Linter(rules), new FixSelection(Applicability.Unsafe)).Run([.. arguments.Select(argument =>
            new LintInput(
                SourceText.From(text)) { Build = new BuildTarget(
                argument, ".", null) { Arguments = ImmutableSortedDictionary<string, string?>.Empty.Add(argument, "1") } })]);
    }

    private static FixResult Run(string text, params Rule[] rules) => Run(new FixSelection(Applicability.Unsafe), text, rules);

    private static FixResult Run(FixSelection selection, string text, params Rule[] rules) =>
        new FixLoop(new Linter(rules), selection).Run(new LintInput(SourceText.From(text)));

    private static RuleInfo Info(string id) => new(id, id, Category.Style, Severity.Warning) { Since = "0.1", Doc = new("", "", []) };

    /// <summary>
    /// Reports a text wherever it stands in an instruction and replaces it by another; further words are reported but have no fix.
    /// </summary>
    private sealed class Word(string id, string text, string replacement, Applicability applicability = Applicability.Safe) : Rule
    {
        private readonly (string Text, string Replacement)[] _more = [];

        public Word(string id, string text, string replacement, string other, string otherReplacement)
            : this(id, text, replacement) => _more = [(other, otherReplacement)];

        public bool Reveals { get; init; }

        public override RuleInfo Info { get; } = FixLoopTests.Info(id);

        public override void Register(RuleHooks on) => on.Instruction<InstructionSyntax>((instruction, context) =>
        {
            foreach (var (word, result) in _more.Prepend((text, replacement)))
            {
                var at = instruction.LogicalText.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0)
                {
                    var span = new TextSpan(instruction.Span.Start + at, word.Length);
                    context.Report(span, word,
                        [.. Fix.Of("replace", applicability, new TextEdit(span, result)).Select(fix => fix with { Reveals = Reveals })]);
                    return;
                }
            }
        });
    }

    /// <summary>Reports a word in builds that get an argument.</summary>
    private sealed class ArgumentWord(string id, string argument, string text, string replacement) : Rule
    {
        public override RuleInfo Info { get; } = FixLoopTests.Info(id);

        public override void Register(RuleHooks on) => on.Instruction<RunInstruction>((run, context) =>
        {
            var at = context.Settings.BuildArguments.ContainsKey(argument) ? run.LogicalText.IndexOf(text, StringComparison.Ordinal) : -1;
            if (at >= 0)
            {
                var span = new TextSpan(run.Span.Start + at, text.Length);
                context.Report(span, text, Fix.Of("replace", Applicability.Safe, new TextEdit(span, replacement)));
            }
        });
    }

    /// <summary>Never content: counts upwards.</summary>
    private sealed class Counter : Rule
    {
        public override RuleInfo Info { get; } = FixLoopTests.Info("T9");

        public override void Register(RuleHooks on) => on.Instruction<RunInstruction>((run, context) =>
        {
            var number = int.Parse(run.Command!.LogicalText, System.Globalization.CultureInfo.InvariantCulture);
            context.Report(
                run.Command.Span, $"{number}",
                [.. Fix.Of("count", Applicability.Safe, new TextEdit(run.Command.Span, $"{number + 1}"))
                .Select(fix => fix with { Reveals = true })]);
        });
    }
}

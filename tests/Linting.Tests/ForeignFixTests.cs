using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Linting;

/// <summary>Fixing where another program finds things, too: it has to be asked about every text.</summary>
public sealed class ForeignFixTests
{
    private const string Base = "FROM a:1\n";

    [Fact]
    public void What_another_program_finds_after_fixing_is_what_it_finds_in_the_fixed_text()
    {
        var words = new ForeignWords("$x", "\"$x\"");
        var result = Run(Base + "RUN one\nRUN cp $x $x\n", words, new WordRule("T1", "one", "a much longer word"));
        Assert.Equal(Base + "RUN a much longer word\nRUN cp \"$x\" \"$x\"\n", result.Source.Text);
        Assert.Empty(result.After.Diagnostics);
        Assert.True(result.IsFinished);
    }

    [Fact]
    public void Findings_that_have_no_fix_move_with_their_text()
    {
        var result = Run(Base + "RUN one\nRUN cp $x\n", new ForeignWords("$x", null), new WordRule("T1", "one", "a much longer word"));
        Assert.Equal(result.Source.Text.IndexOf("$x", StringComparison.Ordinal), Assert.Single(result.After.Diagnostics).Span.Start);
        Assert.Equal("$x", result.Source.ToString(result.After.Diagnostics[0].Span));
    }

    [Fact]
    public void Text_that_a_fix_takes_away_takes_its_findings_along()
    {
        var result = Run("FROM a:1 $x and very much text\nRUN one $x\n", new ForeignWords("$x", null),
            new WordRule("T1", "a:1 $x and very much text", "b"));
        Assert.Equal("FROM b\nRUN one $x\n", result.Source.Text);
        Assert.Single(result.After.Diagnostics);
    }

    [Fact]
    public void Two_fixes_that_touch_are_not_glued_together()
    {
        // One replaces the command, the other one would add something behind it: the second one has nothing left to do.
        var result = Run(
            Base + "RUN cd /x\n", new ForeignWords("cd /x", null) { Added = " || exit" }, new WordRule("T1", "RUN cd /x", "WORKDIR /x"));
        Assert.Equal(Base + "WORKDIR /x\n", result.Source.Text);
        Assert.Empty(result.Rejected);
    }

    [Fact]
    public void Insertions_of_two_fixes_at_one_place_are_not_taken_for_one()
    {
        var result = Run(Base + "RUN echo $x$x\n", new ForeignWords("$x", null) { IsQuoting = true });
        Assert.Equal(Base + "RUN echo \"$x\"\"$x\"\n", result.Source.Text);
    }

    [Fact]
    public void A_finding_that_a_comment_switches_off_is_no_reason_to_undo_a_fix_above_it()
    {
        var result = Run(Base + "RUN one\n# dockerlint ignore=SC1\nRUN cp $x\n", new ForeignWords("$x", null),
            new WordRule("T1", "one", "uno\nRUN due"));
        Assert.Equal(Base + "RUN uno\nRUN due\n# dockerlint ignore=SC1\nRUN cp $x\n", result.Source.Text);
        Assert.Empty(result.Rejected);
        Assert.Empty(result.After.Diagnostics);
    }

    [Fact]
    public void A_fix_that_makes_another_program_find_more_is_undone()
    {
        var result = Run(Base + "RUN one $x\n", new ForeignWords("$x", null), new WordRule("T1", "one", "uno $x"));
        Assert.Equal(Base + "RUN one $x\n", result.Source.Text);
        Assert.Equal("it would cause SC1 ($x)", Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void Where_the_other_program_fails_on_the_way_the_file_is_fixed_without_it()
    {
        var words = new ForeignWords("$x", "\"$x\"") { Answers = 1 };
        var result = Run(Base + "RUN one $x\n", words, new WordRule("T1", "one", "uno"));
        Assert.Equal(Base + "RUN uno $x\n", result.Source.Text);
        Assert.Empty(result.Rejected);
    }

    [Fact]
    public void A_finding_outside_of_the_text_is_told_as_our_bug_and_costs_nothing_else()
    {
        var result = new Linter([new WordRule("T1", "one", "uno")])
            .Lint(new LintInput(SourceText.From(Base + "RUN one\n")) { Foreign = new Nowhere() });
        Assert.Equal([Linter.InternalErrorId, "T1"], result.Diagnostics.Select(finding => finding.RuleId));
    }

    [Theory]
    [InlineData(3000, 0)]
    [InlineData(3000, 5)]
    [InlineData(3000, 2)]
    [InlineData(3000, 1)]
    public void Many_fixes_cost_a_few_looks_at_the_file_however_many_are_bad(int count, int badEvery)
    {
        var text = Base + string.Concat(
            Enumerable.Range(0, count).Select(i => badEvery > 0 && i % badEvery == 0 ? $"RUN bad{i}x\n" : $"RUN good{i}x\n"));
        var looks = new ForeignWords("none", null);
        var result = Run(
            text, looks, new WordRule("T1", "good", "fine"), new WordRule("T2", "bad", "worse"), new WordRule("T3", "worse", null));
        Assert.DoesNotContain("good", result.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("worse", result.Source.Text, StringComparison.Ordinal);
        Assert.Equal(badEvery == 0 ? 0 : (count + badEvery - 1) / badEvery, result.Rejected.Count);
        Assert.Equal(count, result.Rejected.Count + result.Applied.Count);
        Assert.True(looks.Asked <= 16, $"the file was linted {looks.Asked} times");
    }

    private static FixResult Run(string text, IForeignLinter foreign, params Rule[] rules) =>
        new FixLoop(new Linter(rules), new FixSelection(Applicability.Unsafe))
            .Run(new LintInput(SourceText.From(text)) { Foreign = foreign });

    /// <summary>Finds a word wherever it stands unquoted, and may have a fix for it.</summary>
    private sealed class ForeignWords(string word, string? replacement) : IForeignLinter
    {
        /// <summary>What its fix puts behind the word.</summary>
        public string? Added { get; init; }

        /// <summary>Whether its fix puts quotes around the word.</summary>
        public bool IsQuoting { get; init; }

        /// <summary>So many times it answers before it fails.</summary>
        public int Answers { get; init; } = int.MaxValue;

        public int Asked { get; private set; }

        public IReadOnlyList<Diagnostic>? Find(SyntaxTree tree)
        {
            if (++Asked > Answers)
            {
                return null;
            }

            var found = new List<Diagnostic>();
            var text = tree.Source.Text;
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, word.Length);
                var isDone = text[..at].Count(c => c == '"') % 2 == 1 || text[span.End..]
                    .StartsWith(Added ?? "\0", StringComparison.Ordinal);
                if (!isDone && tree.Root.InstructionAt(at) is RunInstruction or FromInstruction)
                {
                    found.Add(new Diagnostic(
                        "SC1", Severity.Warning, word, span)
                    { Fixes = Fix.Of("mend", Applicability.Unsafe, Edits(span)) });
                }
            }

            return found;
        }

        private TextEdit[] Edits(TextSpan span) =>
            IsQuoting ? [new TextEdit(new TextSpan(span.Start, 0), "\""), new TextEdit(new TextSpan(span.End, 0), "\"")]
            : Added is not null ? [new TextEdit(new TextSpan(span.End, 0), Added)]
            : replacement is not null ? [new TextEdit(span, replacement)]
            : [];
    }

    private sealed class Nowhere : IForeignLinter
    {
        public IReadOnlyList<Diagnostic> Find(SyntaxTree tree) =>
            [new Diagnostic("SC1", Severity.Error, "x", new TextSpan(tree.Source.Length, 1))];
    }
}

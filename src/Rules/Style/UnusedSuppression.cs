using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>
/// DK6901: comments that cannot switch anything off because of how they are written. What well formed ones switch off the linter alone
/// sees, which reports those that do nothing.
/// </summary>
internal sealed class UnusedSuppression : Rule, IOtherVerdicts
{
    public override RuleInfo Info { get; } = new(Linter.UnusedSuppressionId, "unused-suppression", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A comment that is meant to switch a rule off does nothing.",
            """
            A comment that is nearly one of ours, of hadolint's or of BuildKit's, or that names a rule there is not, is passed over without
            a word, so that its author believes a matter settled. With the configuration key report-unused, and in the profile strict, a
            comment is told as well that is well formed and switches a rule off that has nothing to report there: it outlives its cause,
            and hides the next finding that somebody should see. Only rules that run are looked at then, so that a comment for ShellCheck
            where it is not installed is left alone, and so is one that another profile needs, such as hadolint's.
            """,
            [
                new(
                    Bad: """
                    # hadolint ignore=DL3006 - the registry has one tag only
                    FROM registry.example.com/base
                    """,
                    Good: """
                    # hadolint ignore=DL3006 # the registry has one tag only
                    FROM registry.example.com/base
                    """,
                    Fixed: """
                    # hadolint ignore=DL3006 # the registry has one tag only
                    FROM registry.example.com/base
                    """),
                new(
                    Bad: """
                    # dockerlint ingore DL3066
                    FROM registry.example.com/base:1
                    """,
                    Good: """
                    # dockerlint reports nothing here
                    FROM registry.example.com/base:1
                    """,
                    Fixed: """
                    # dockerlint ignore=DL3066
                    FROM registry.example.com/base:1
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    # dockerlint ignore=all -- the mirror has one version only
                    CMD ["true"]
                    """,
                    Good: """
                    FROM alpine:3.22
                    CMD ["true"]
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    CMD ["true"]
                    """) { Settings = LintSettings.Default with { ReportsUnusedSuppressions = true } },
            ])
        {
            Remedy = """
                Write `# dockerlint ignore=CODE -- reason` or `# hadolint ignore=CODE # reason` on a line of its own above the
                instruction, or `# check=skip=NAME // reason` for the checks of BuildKit. `dockerlint rules` lists the names. Delete a
                comment that has nothing to switch off.
                """,
        },
    };

    public IEnumerable<(Profile Profile, IReadOnlyList<Rule> Rules)> Verdicts =>
        new[] { Profile.Hadolint, Profile.BuildKit, Profile.Default }.Select(profile => (profile, RuleCatalog.For(profile)));

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.Settings.IgnoresPragmas || !context.Tree.Source.Text.Contains('#', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var span in SuppressionComment.Places(context.Tree))
        {
            CheckLine(span, context);
        }

        foreach (var directive in context.Tree.Root.Directives.Where(directive => directive.Name == "check"))
        {
            CheckNames(CheckNamesOf(context.Tree.Source, directive.Span), context);
        }

        foreach (var script in context.Model.Scripts)
        {
            foreach (var comment in script.Script.Comments)
            {
                CheckShellComment(script, comment, context);
            }
        }
    });

    private static void CheckLine(TextSpan span, RuleContext context)
    {
        var text = context.Tree.Source.Slice(span).TrimEnd("\r\n");
        span = new TextSpan(span.Start, text.Length);
        if (SuppressionComment.TryParse(text, span) is { } comment)
        {
            CheckNames(comment.Names, context);
        }
        else if (SuppressionAttempt.Read(text, span) is { } attempt)
        {
            var proper = attempt.Proper();
            var unknown = attempt.Names.FirstOrDefault(name => !RuleNames.IsKnown(name));
            context.Report(span, proper is null ? $"the comment switches nothing off: no rule is called {unknown}{Near(unknown!)}"
                : $"the comment switches nothing off: write {proper}", proper is null ? [] : Correction(span, span, proper));
        }
    }

    private static void CheckNames(IEnumerable<SuppressedName> names, RuleContext context)
    {
        foreach (var (name, span) in names)
        {
            var isCheck = name != "all" && BuildKitChecks.Names.Contains(RuleNames.Proper(name)) && !BuildKitChecks.Contains(name);
            if (name.Equals(Linter.SyntaxErrorId, StringComparison.OrdinalIgnoreCase))
            {
                context.Report(span, $"{name} is an error of the build, which no comment switches off");
            }
            else if (isCheck && context.Tree.Source.ToString(LineOf(context.Tree.Source, span)).Contains("skip", StringComparison.Ordinal))
            {
                context.Report(span, $"BuildKit knows no check {name}: write {RuleNames.Proper(name)}, case matters",
                    Correction(LineOf(context.Tree.Source, span), span, RuleNames.Proper(name)));
            }
            else if (!RuleNames.IsKnown(name) && !context.Settings.OwnRuleNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var near = RuleNames.Near(name);
                context.Report(span, $"no rule is called {name}{Near(name)}",
                    near.Count == 1 ? Correction(LineOf(context.Tree.Source, span), span, near[0]) : []);
            }
        }
    }

    // A comment behind a command is the shell's.
    private static void CheckShellComment(ScriptUse script, TextSpan comment, RuleContext context)
    {
        var text = script.Text.Text.AsSpan(comment.Start, comment.Length);
        var span = script.Text.ToSource(comment);
        var proper = SuppressionComment.TryParse(text, span) is { Dialect: not SuppressionDialect.BuildKit } ? text.Trim().ToString()
            : SuppressionAttempt.Read(text, span) is { Program: not "check" } attempt ? attempt.Proper() : null;
        if (proper is null)
        {
            return;
        }

        var source = context.Tree.Source;
        var instruction = script.Instruction;
        var start = source.Lines.GetLineSpan(source.Lines.GetLine(instruction.Span.Start)).Start;
        var end = span.Start;
        while (end > 0 && source.Text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        var isOneLine = script.Text.IsExact(comment) && end > 0 && source.Text[end - 1] != '\n' && start == instruction.Span.Start
            && instruction.Parent is DockerfileSyntax;
        context.Report(span, "the comment switches nothing off: behind a command it is the shell's, so put it on a line above the "
            + "instruction", isOneLine
            ? [.. Fix.Revealing("move the comment above", Applicability.Safe, new TextEdit(new TextSpan(start, 0), proper + "\n"),
                new TextEdit(TextSpan.FromBounds(end, span.End), "")).Select(fix => fix with { ChangedComments = [span] })]
            : []);
    }

    private static IEnumerable<SuppressedName> CheckNamesOf(SourceText source, TextSpan directive)
    {
        var text = source.ToString(directive);
        return SuppressionComment.TryParse(text, directive) is { } comment ? comment.Names : [];
    }

    private static string Near(string name) =>
        RuleNames.Near(name) is { Count: > 0 } near ? $", did you mean {string.Join(" or ", near)}" : "";

    private static TextSpan LineOf(SourceText source, TextSpan span)
    {
        var line = source.Lines.GetLineSpan(source.Lines.GetLine(span.Start));
        var text = source.Slice(line).TrimEnd("\r\n");
        var hash = text.IndexOf('#');
        return TextSpan.FromBounds(line.Start + Math.Max(hash, 0), line.Start + text.Length);
    }

    // A comment that begins to do what it says is seen by the rules about such comments.
    private static IReadOnlyList<Fix> Correction(TextSpan comment, TextSpan span, string text) =>
    [
        .. Fix.Revealing($"write {text}", Applicability.Safe, new TextEdit(span, text))
            .Select(fix => fix with { ChangedComments = [comment] }),
    ];
}

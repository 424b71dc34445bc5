using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.LanguageServer.Features;

/// <summary>
/// Comments that switch a finding off, above its instruction or for the file. What would not work under the configuration, as where
/// comments do not count, is not offered: each is tried.
/// </summary>
internal static class IgnoreActions
{
    // Somebody has to say why; whoever reads it sees that nobody has yet.
    private const string Reason = "TODO: say why";

    internal static IEnumerable<CodeAction> Of(OpenDocument document, Linting.Diagnostic finding)
    {
        if (finding.RuleId is Linter.SyntaxErrorId or Linter.InternalErrorId || document.Dockerfile.Configured is not { } configured)
        {
            yield break;
        }

        var isHadolint = configured.Config.Lint.Profile.Suppression == SuppressionReach.AsHadolint;
        var (word, mark) = isHadolint ? ("hadolint", "#") : ("dockerlint", "--");
        var tree = document.Dockerfile.Tree;
        var shown = DiagnosticFeature.Shown(document, finding);
        var lineEnd = document.Dockerfile.Source.LineEndAt(finding.Span.Start);
        if (tree.Root.InstructionAt(finding.Span.Start) is { } instruction)
        {
            var start = tree.Source.Lines.GetLineStart(tree.Source.Lines.GetLine(instruction.Keyword.Span.Start));
            var indent = document.Text[start..instruction.Keyword.Span.Start];
            var here = $"{(indent.Trim().Length == 0 ? indent : "")}# {word} ignore={finding.RuleId} {mark} {Reason}{lineEnd}";
            if (Works(document, finding, start, here))
            {
                yield return Action(document, shown, $"Ignore {finding.RuleId} here", start, here);
            }
        }

        var top = tree.Root.Directives is [.., var last]
            ? tree.Source.Lines.GetLineSpan(tree.Source.Lines.GetLine(last.Span.Start)).End : tree.Source.HasByteOrderMark ? 1 : 0;
        var everywhere = $"# {word} global ignore={finding.RuleId} {mark} {Reason}{lineEnd}";
        everywhere = top > 0 && document.Text[top - 1] is not ('\n' or '\uFEFF') ? lineEnd + everywhere : everywhere;
        if (Works(document, finding, top, everywhere))
        {
            yield return Action(document, shown, $"Ignore {finding.RuleId} in this file", top, everywhere);
        }
    }

    private static CodeAction Action(OpenDocument document, ShownDiagnostic shown, string title, int offset, string text)
    {
        var position = document.Positions.PositionOf(offset);
        return new CodeAction(title, CodeActionFeature.QuickFix, [shown], null,
            CodeActionFeature.EditOf(document, [new Replacement(new TextRange(position, position), text)]));
    }

    private static bool Works(OpenDocument document, Linting.Diagnostic finding, int offset, string text)
    {
        var after = document.Dockerfile.Source.WithText(document.Text.Insert(offset, text));
        var configured = document.Dockerfile.Configured!;
        var foreign = document.Scripts.KnownBy(configured.Config);
        var input = document.Dockerfile.Inputs.Inputs[0] with { Source = after, Foreign = foreign };
        var moved = finding.Span.Start + (finding.Span.Start >= offset ? text.Length : 0);
        return !configured.Linter.Lint(input).Diagnostics.Any(left => left.RuleId == finding.RuleId && left.Span.Start == moved);
    }
}

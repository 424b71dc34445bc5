using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Text;

namespace Dockerlint.Tests.Reporting;

internal static class Sample
{
    public static readonly RuleInfo Untagged = new("DL3006", "untagged-base-image", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV_DOCKER_7")],
        HelpUrl = "https://example.org/rules/DL3006",
        Doc = new("FROM names an image without tag", "It changes", [new("FROM alpine\n", "FROM alpine:3\n")]),
    };

    public static RunResult Run(SourceText source, params Diagnostic[] findings) =>
        new("1.2.3", [new FileResult(source, findings)], [Untagged]);

    public static Diagnostic Find(
        SourceText source, string part, Severity severity = Severity.Warning, string message = "no tag", string id = "DL3006") =>
        new(id, severity, message, new TextSpan(source.Text.IndexOf(part, StringComparison.Ordinal), part.Length));

    public static string Write(IReporter reporter, RunResult result)
    {
        using var writer = new StringWriter();
        reporter.Write(result, writer);
        return writer.ToString();
    }
}

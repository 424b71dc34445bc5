using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>How severities are spelled in reports.</summary>
internal static class SeverityName
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        Severity.Style => "style",
        _ => "ignore",
    };
}

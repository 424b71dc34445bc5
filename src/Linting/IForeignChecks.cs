using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Another program that looks at the scripts of a file. It is asked anew for every text, also for those that fixing tries: a place
/// it named in one text means nothing in another.
/// </summary>
public interface IForeignChecks
{
    /// <summary>What it finds; the findings are configured, suppressed and sorted like our own.</summary>
    IReadOnlyList<Diagnostic> Check(SourceText source);
}

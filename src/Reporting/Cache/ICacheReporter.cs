using Dockerlint.Cache;

namespace Dockerlint.Reporting;

/// <summary>Writes what a build would reuse.</summary>
public interface ICacheReporter
{
    /// <summary>Writes a trace.</summary>
    void Write(InvalidationTrace trace, TextWriter writer);
}

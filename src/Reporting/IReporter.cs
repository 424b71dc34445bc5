namespace Dockerlint.Reporting;

/// <summary>Writes the findings of a run in one format.</summary>
public interface IReporter
{
    /// <summary>Writes everything; does not close the writer.</summary>
    void Write(RunResult result, TextWriter writer);
}

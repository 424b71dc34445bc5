using Dockerlint.Optimizer;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>
/// What git knows of a build context. Where there is no git, somebody else answers. May be used from several threads.
/// </summary>
public interface IBuildHistory
{
    /// <summary>What stands for the present state, so that an answer about it can be kept; null when there is no history.</summary>
    /// <param name="context">The folder of the build context.</param>
    string? Head(string context);

    /// <summary>The Dockerfile and its context as they were committed last.</summary>
    /// <param name="context">The folder of the build context.</param>
    /// <param name="dockerfile">The Dockerfile below it.</param>
    ReadOutcome Committed(string context, string dockerfile);

    /// <summary>The Dockerfile and its context as they are now, with what is not committed.</summary>
    /// <param name="context">The folder of the build context.</param>
    /// <param name="dockerfile">The Dockerfile below it.</param>
    ReadOutcome Present(string context, string dockerfile);

    /// <summary>The last commits.</summary>
    /// <param name="context">The folder of the build context.</param>
    /// <param name="dockerfile">The Dockerfile below it.</param>
    /// <param name="count">How many.</param>
    HistoryOutcome Last(string context, string dockerfile, int count);

    /// <summary>What an optimizer finds in the last commits, or null and what is wrong.</summary>
    /// <param name="context">The folder of the build context.</param>
    /// <param name="dockerfile">The Dockerfile below it.</param>
    /// <param name="count">How many commits.</param>
    /// <param name="problem">What is wrong.</param>
    Optimization? Optimize(string context, string dockerfile, int count, out string? problem);
}

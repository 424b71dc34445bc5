using Dockerlint.Syntax;

namespace Dockerlint.Linting;

/// <summary>
/// Another program that finds faults in a file. It is asked for each text anew, so that what it found in one text never speaks of
/// another, as a fix leaves it.
/// </summary>
public interface IForeignLinter
{
    /// <summary>
    /// What it finds, with places in this very text; null when it could not be asked, which whoever made it tells. It may be asked for
    /// the same text again and gives the same answer.
    /// </summary>
    /// <param name="tree">The file.</param>
    IReadOnlyList<Diagnostic>? Find(SyntaxTree tree);
}

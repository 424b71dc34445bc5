using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>An install of the dependencies of a project that does not hold itself to the lock file.</summary>
/// <param name="Use">The command.</param>
/// <param name="LockFile">The name of the lock file.</param>
/// <param name="IsLockFileThere">Whether the file copies the lock file, by its name, in the stage or the stages below.</param>
/// <param name="IsLockFileCertain">Whether it does so without a pattern, into the folder the command runs in.</param>
/// <param name="How">How it is held to the lock file.</param>
/// <param name="Edit">The edit that does so; null when it is not known.</param>
internal sealed record LockedInstall(
    InvocationUse Use, string LockFile, bool IsLockFileThere, bool IsLockFileCertain, LockSpec How, TextEdit? Edit);

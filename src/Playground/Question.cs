namespace Dockerlint.Playground;

/// <summary>What the page asks: the three documents as they stand in its editors, and what is set beside them.</summary>
/// <param name="Text">The Dockerfile.</param>
/// <param name="Ignore">The .dockerignore file; null when there is none.</param>
/// <param name="Files">
/// The files of a made-up build context, one a line: <c>path</c>, <c>path:bytes</c>, <c>folder/</c> or <c>link-&gt;target</c>. Null or
/// blank when nothing is known of a context.
/// </param>
/// <param name="Profile">The profile by its name.</param>
/// <param name="LeastSeverity">Findings below this severity are left out; null for none.</param>
/// <param name="Confidence">The least sure findings that are wanted; null for what the profile wants.</param>
/// <param name="ComparesHadolint">Whether hadolint's verdict is wanted beside ours.</param>
/// <param name="IsBold">Whether unsafe fixes are wanted too.</param>
/// <param name="Offset">Where the cursor is, as an offset in the Dockerfile.</param>
/// <param name="Touched">The files that are touched in thought.</param>
/// <param name="Arguments">Build arguments that have another value than before.</param>
/// <param name="Reach">What is found of the build before: <c>warm</c>, <c>none</c>, <c>min</c> or <c>max</c>.</param>
/// <param name="Target">The stage to build; null for the last one.</param>
internal sealed record Question(
    string Text, string? Ignore = null, string? Files = null, string Profile = "default", string? LeastSeverity = null,
    string? Confidence = null, bool ComparesHadolint = false, bool IsBold = false, int Offset = 0, string[]? Touched = null,
    Dictionary<string, string>? Arguments = null, string Reach = "warm", string? Target = null);

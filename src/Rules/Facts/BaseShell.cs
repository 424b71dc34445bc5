using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Which shell with the option pipefail an image brings.</summary>
internal static class BaseShell
{
    /// <summary>
    /// The words of a SHELL instruction that stops at a failure in a pipe; null where no such shell is known to be there.
    /// </summary>
    internal static IReadOnlyList<string>? WithPipefail(Stage stage, RuleContext context)
    {
        // Where an argument of the build names the image, it may be another one; and one with a SHELL of its own has its reasons.
        var root = stage.Root;
        if (root.From.Image.RawText.Contains('$', StringComparison.Ordinal) || WindowsImage.IsBaseOf(stage)
            || root.From.Flag("platform")?.Value?.StartsWith("linux", StringComparison.OrdinalIgnoreCase) == false
            || context.Get<StageImages>().Of(stage) is not { Shell.Count: 0 } image)
        {
            return null;
        }

        return image.SystemShell == "ash" ? ["/bin/ash", "-o", "pipefail", "-c"]
            : image.SystemShell == "bash" || image.Has("bash") == true ? ["/bin/bash", "-o", "pipefail", "-c"]
            : null;
    }

    /// <summary>Whether the shell that reads the scripts of a stage, where the file says nothing of it, has a notion of pipefail.</summary>
    internal static bool IsOfUnix(Stage stage, RuleContext context) => !WindowsImage.IsBaseOf(stage)
        && context.Get<StageImages>().Of(stage) is var image && image?.SystemShell != "cmd"
        && (image?.Shell is not [var shell, ..] || RunScript.IsPosix(shell));

    /// <summary>Whether the base image itself sets a shell with the option.</summary>
    internal static bool HasPipefail(Stage stage, RuleContext context) =>
        context.Get<StageImages>().Of(stage)?.Shell?.Any(word => word.Contains("pipefail", StringComparison.Ordinal)) == true;
}

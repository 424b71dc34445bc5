using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Recognises Windows base images.</summary>
internal static class WindowsImage
{
    private static readonly string[] s_marks = ["windowsservercore", "nanoserver", "windows/servercore", "windows/server", "ltsc20"];

    /// <summary>Whether a stage is certainly built for Windows.</summary>
    internal static bool IsBaseOf(Stage stage)
    {
        var root = stage.Root;
        return root.From.Flag("platform")?.Value?.StartsWith("windows", StringComparison.OrdinalIgnoreCase) == true
            || Array.Exists(s_marks, mark =>
                (root.Base.Text ?? root.From.Image.RawText).Contains(mark, StringComparison.OrdinalIgnoreCase));
    }
}

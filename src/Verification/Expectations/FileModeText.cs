namespace Dockerlint.Verification;

/// <summary>
/// A mode as Go writes it (io/fs, FileMode.String), which structure tests compare with: <c>-rwxr-xr-x</c>, <c>dtrwxrwxrwx</c>.
/// </summary>
internal static class FileModeText
{
    internal static string Of(ImageFile file)
    {
        var text = (file.Kind switch { ImageFileKind.Directory => "d", ImageFileKind.SymbolicLink => "L", _ => "" })
            + ((file.Mode & 0b100_000_000_000) != 0 ? "u" : "")
            + ((file.Mode & 0b010_000_000_000) != 0 ? "g" : "")
            + ((file.Mode & 0b001_000_000_000) != 0 ? "t" : "");
        const string Rights = "rwxrwxrwx";
        return (text.Length == 0 ? "-" : text)
            + string.Concat(Rights.Select((right, i) => (file.Mode >> (8 - i) & 1) != 0 ? right : '-'));
    }
}

namespace Dockerlint.Verification;

/// <summary>A file that takes room in a layer without being in the image.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Layer">The layer that has it.</param>
/// <param name="LostIn">The layer that deletes or replaces it.</param>
/// <param name="IsDeleted">Whether it is deleted; else another one takes its place.</param>
public sealed record WastedFile(string Path, long Size, int Layer, int LostIn, bool IsDeleted);

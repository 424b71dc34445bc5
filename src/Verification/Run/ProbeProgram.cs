using System.Formats.Tar;

namespace Dockerlint.Verification;

/// <summary>
/// The program that looks from beside a container at what it does: it prints files. It is made from eng/probe-amd64.s and needs
/// nothing around it, so that nothing has to be pulled and the image under test is not touched.
/// </summary>
internal static class ProbeProgram
{
    internal const string Path = "/probe";

    private const string Amd64 =
        "f0VMRgIBAQAAAAAAAAAAAAIAPgABAAAAeABAAAAAAABAAAAAAAAAADgBAAAAAAAAAAAAAEAAOAABAEAAAwACAAEAAAAFAAAAeAAAAAAAAAB4AEAAAAAAAHgA" +
        "QAAAAAAArgAAAAAAAACuAAAAAAAAAAEAAAAAAAAATIskJEyNbCQISIHsABAAAEmDxQhJ/8x+dEmLdQBIifKAOgB0BUj/wuv2SCnyvwEAAAC4AQAAAA8F6FgA" +
        "AABJi30AMfYx0rgCAAAADwWFwHi/QYnGRIn3SInmugAQAAAxwA8FSIXAfhRIicJIiea/AQAAALgBAAAADwXr2ESJ97gDAAAADwXoCwAAAOuDMf+4PAAAAA8F" +
        "agpIiea6AQAAAL8BAAAAuAEAAAAPBVjDAC5zaHN0cnRhYgAudGV4dAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AAAAAAAAAAAAAAAAAAAAAAsAAAABAAAABgAAAAAAAAB4AEAAAAAAAHgAAAAAAAAArgAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAwAAAAAA" +
        "AAAAAAAAAAAAAAAAAAAmAQAAAAAAABEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAA";

    internal static bool Supports(string architecture) => architecture is "amd64" or "x86_64";

    /// <summary>A root file system with the program and nothing else, as a tar.</summary>
    internal static MemoryStream ToArchive()
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            using var bytes = new MemoryStream(Convert.FromBase64String(Amd64));
            writer.WriteEntry(
                new UstarTarEntry(TarEntryType.RegularFile, Path[1..]) { Mode = (UnixFileMode)0b101_101_101, DataStream = bytes });
        }

        archive.Position = 0;
        return archive;
    }
}

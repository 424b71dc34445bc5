using System.Formats.Tar;

namespace Dockerlint.Verification;

/// <summary>
/// The program that looks from beside a container at what it does: it prints files and sends requests. It is made from
/// eng/probe-amd64.s and needs nothing around it, so that nothing has to be pulled and the image under test is not touched.
/// </summary>
internal static class ProbeProgram
{
    internal const string Path = "/probe";

    private const string Amd64 =
        "f0VMRgIBAQAAAAAAAAAAAAIAPgABAAAAeABAAAAAAABAAAAAAAAAABACAAAAAAAAAAAAAEAAOAABAEAAAwACAAEAAAAFAAAAeAAAAAAAAAB4AEAAAAAAAHgAQAAA" +
        "AAAAhwEAAAAAAACHAQAAAAAAAAEAAAAAAAAATIskJEyNbCQISIHsABAAAEmDxQhJ/8wPjkkBAABJi3UASInygDoAdAVI/8Lr9kgp8r8BAAAAuAEAAAAPBegtAQAA" +
        "SYt9AIA/QHROMfYx0rgCAAAADwWFwHi2QYnGRIn3SInmugAQAAAxwA8FSIXAfhRIicJIiea/AQAAALgBAAAADwXr2ESJ97gDAAAADwXo2wAAAOl3////SI1fAUUx" +
        "/w+2A0j/w4PoMIP4CXcJRWv/CkEBx+vpZkHBxwgxwEiJBCRIiUQkCEiJRCQQSIlEJBhmRIl8JAJmxwQkAgDHRCQEfwAAAb8CAAAAvRAAAADoUAAAAIXAeSpmxwQk" +
        "CgDHRCQEAAAAAMZEJBcBvwoAAAC9HAAAAOgqAAAAhcAPiO7+//9Iid5IidqAOgB0BUj/wuv2SCnyRIn3uAEAAAAPBekZ////vgEAAAAx0rgpAAAADwVBicaJx0iN" +
        "dCQIieq4KgAAAA8FwzH/uDwAAAAPBWoKSInmugEAAAC/AQAAALgBAAAADwVYwwAuc2hzdHJ0YWIALnRleHQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAsAAAABAAAABgAAAAAAAAB4AEAAAAAAAHgAAAAAAAAAhwEAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAA" +
        "AAAAAAABAAAAAwAAAAAAAAAAAAAAAAAAAAAAAAD/AQAAAAAAABEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAA";

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

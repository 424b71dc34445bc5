using System.Formats.Tar;

namespace Dockerlint.Verification;

/// <summary>
/// The program that looks from beside a container at what it does: it prints files and sends requests. It is made from
/// eng/probe-amd64.s and probe-arm64.s and needs nothing around it, so that nothing has to be pulled and the image under test is not
/// touched.
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

    private const string Arm64 =
        "f0VMRgIBAQAAAAAAAAAAAAIAtwABAAAAeABAAAAAAABAAAAAAAAAADgCAAAAAAAAAAAAAEAAOAABAEAAAwACAAEAAAAFAAAAeAAAAAAAAAB4AEAAAAAAAHgAQAAA" +
        "AAAAqAEAAAAAAACoAQAAAAAAAAQAAAAAAAAA8wNA+fQjAJH/B0DR+AMAkZQiAJFzBgDxLQwAVIECQPlRAACUIACA0ggIgNIBAADUUwAAlIECQPkpAEA5PwEBcUAD" +
        "AFRgDICSAgCA0gMAgNIIB4DSAQAA1MD9/7f1AwCq4AMVquEDGKoCAILS6AeA0gEAANQfAADx7QAAVOIDAKrhAxiqIACA0ggIgNIBAADU9P//F+ADFaooB4DSAQAA" +
        "1DcAAJTb//8XNgQAkRcAgFLJFkA4KcEAUT8lAHGIAABUSgGAUvcmChv6//8X9wbAWh9/AKkffwGpSQCAUgkDAHkXBwB56Q+AUgkgoHIJBwC5QACA0hkCgNIRAACU" +
        "QAH4tkkBgFIJAwB5HwcAuSkAgFIJXwA5QAGA0pkDgNIIAACUgPf/t+EDFqoPAACU4AMVqggIgNIBAADUyv//FyEAgNICAIDSyBiA0gEAANT1AwCq4QMYquIDGapo" +
        "GYDSAQAA1MADX9YCAIDSKWhiOGkAADRCBACR/f//F8ADX9ZJAYBSCQMAOSAAgNLhAxiqIgCA0ggIgNIBAADUwANf1gAAgNKoC4DSAQAA1AAuc2hzdHJ0YWIALnRl" +
        "eHQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAALAAAAAQAAAAYAAAAAAAAAeABA" +
        "AAAAAAB4AAAAAAAAAKgBAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAQAAAAMAAAAAAAAAAAAAAAAAAAAAAAAAIAIAAAAAAAARAAAAAAAAAAAAAAAAAAAA" +
        "AQAAAAAAAAAAAAAAAAAAAA==";

    internal static bool Supports(string architecture) => Program(architecture) is not null;

    // As Go names architectures, and as uname does.
    private static string? Program(string architecture) => architecture switch
    {
        "amd64" or "x86_64" => Amd64,
        "arm64" or "aarch64" => Arm64,
        _ => null,
    };

    /// <summary>A root file system with the program and nothing else, as a tar.</summary>
    internal static MemoryStream ToArchive(string architecture)
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            using var bytes = new MemoryStream(Convert.FromBase64String(Program(architecture)!));
            writer.WriteEntry(
                new UstarTarEntry(TarEntryType.RegularFile, Path[1..]) { Mode = (UnixFileMode)0b101_101_101, DataStream = bytes });
        }

        archive.Position = 0;
        return archive;
    }
}

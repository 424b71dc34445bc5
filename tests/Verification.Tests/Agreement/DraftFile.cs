using System.Formats.Tar;
using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Tests;

/// <summary>
/// One path of a draft's context. A link has a target instead of a text; the text of an archive is that of the file in it.
/// </summary>
internal sealed record DraftFile(ContextEntryKind Kind, string Text, int Mode)
{
    internal const int Plain = 0b110_100_100;

    internal const int Executable = 0b111_101_101;

    internal bool IsArchive { get; init; }

    internal static DraftFile Of(string text, int mode = Plain) => new(ContextEntryKind.File, text, mode);

    internal static DraftFile Link(string target) => new(ContextEntryKind.SymbolicLink, target, 0b111_111_111);

    internal static DraftFile Directory(int mode = Executable) => new(ContextEntryKind.Directory, "", mode);

    internal static DraftFile Archive(string text) => Of(text) with { IsArchive = true };

    internal byte[] Bytes(string text)
    {
        if (!IsArchive)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "inner/file")
            {
                Mode = (UnixFileMode)Plain,
                ModificationTime = DateTimeOffset.UnixEpoch,
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            });
        }

        return archive.ToArray();
    }

    public override string ToString() => $"{Convert.ToString(Mode, 8)} {(IsArchive ? "archive" : Kind)}: {Text.TrimEnd()}";
}

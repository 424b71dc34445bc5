using System.Runtime.InteropServices;
using System.Text;

namespace Dockerlint.Workspace;

/// <summary>What a file is beside its content: owner, group, extended attributes with access lists in them, mode. Linux only.</summary>
internal static class KeptAttributes
{
    private static readonly byte[] s_accessList = Encoding.ASCII.GetBytes("system.posix_acl_access\0");

    /// <summary>Gives an open file what another has. Null when it went well, else what could not be kept.</summary>
    /// <param name="from">The other, open.</param>
    /// <param name="to">The file, open, which nobody else may read yet.</param>
    /// <param name="wanted">The status of the other.</param>
    internal static string? TryCopy(int from, int to, DiskStatus wanted)
    {
        var actual = DiskPath.Status(to);
        if ((actual.User != wanted.User || actual.Group != wanted.Group) && LinuxFile.ChangeOwner(to, wanted.User, wanted.Group) != 0)
        {
            return "the owner of the file could not be kept";
        }

        var names = Names(from);
        if (!names.Any(name => name.AsSpan().SequenceEqual(s_accessList)))
        {
            // One that the folder gives to new files; there mostly is none.
            LinuxFile.RemoveAttribute(to, s_accessList);
        }

        foreach (var name in names)
        {
            var text = Encoding.UTF8.GetString(name.AsSpan()[..^1]);
            var isKept = Value(from, name) is { } value && LinuxFile.SetAttribute(to, name, value, value.Length, 0) == 0;

            // Labels of the system are set by the system; what a user gave a file stays with it.
            if (!isKept && (
                text.StartsWith("user.", StringComparison.Ordinal) || text.StartsWith("system.posix_acl", StringComparison.Ordinal)))
            {
                return $"the attribute {text} of the file could not be kept";
            }
        }

        // After the owner: changing that takes the set-user bits away.
        return LinuxFile.ChangeMode(to, (uint)wanted.Mode) == 0 ? null
            : $"the mode of the file could not be kept: {LinuxFile.Message(Marshal.GetLastPInvokeError())}";
    }

    // Each with its zero byte.
    private static List<byte[]> Names(int file)
    {
        var names = new List<byte[]>();
        var length = LinuxFile.ListAttributes(file, null, 0);
        var buffer = new byte[Math.Max(0, length)];
        length = buffer.Length == 0 ? 0 : LinuxFile.ListAttributes(file, buffer, buffer.Length);
        for (var start = 0; start < length;)
        {
            var end = Array.IndexOf(buffer, (byte)0, start);
            names.Add(buffer[start..(end + 1)]);
            start = end + 1;
        }

        return names;
    }

    private static byte[]? Value(int file, byte[] name)
    {
        var length = LinuxFile.GetAttribute(file, name, null, 0);
        if (length < 0)
        {
            return null;
        }

        var value = new byte[length];
        return length == 0 || LinuxFile.GetAttribute(file, name, value, length) == length ? value : null;
    }
}

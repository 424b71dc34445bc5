using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>The arguments of the program without loss: the runtime puts U+FFFD in the place of bytes that are no UTF-8.</summary>
public static class CommandLineText
{
    /// <summary>The arguments in the text of <see cref="PathText"/>.</summary>
    public static string[] Of(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!OperatingSystem.IsLinux() || !arguments.Any(argument => argument.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            return arguments;
        }

        try
        {
            // The last of them are ours, whatever started the program.
            var parts = new List<string>();
            var bytes = File.ReadAllBytes("/proc/self/cmdline").AsSpan();
            while (bytes.IndexOf((byte)0) is >= 0 and var end)
            {
                parts.Add(PathText.Decode(bytes[..end]));
                bytes = bytes[(end + 1)..];
            }

            return parts.Count >= arguments.Length ? [.. parts.TakeLast(arguments.Length)] : arguments;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return arguments;
        }
    }
}

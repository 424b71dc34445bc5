using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>What frontends know from which version 1.x on, as found in the sources of the releases of docker/dockerfile.</summary>
internal static class FrontendFeatures
{
    // Never in a stable release so far.
    private const int Never = int.MaxValue;

    // The instructions, a flag of theirs, the first stable release, and the first of the labs channel.
    private static readonly (string Instructions, string Flag, int Stable, int Labs)[] s_flags =
    [
        ("RUN", "mount", 2, 0), ("RUN", "network", 3, 2), ("RUN", "security", 20, 0), ("RUN", "device", Never, 14),
        ("COPY ADD", "chmod", 2, 2), ("COPY ADD", "link", 4, 4), ("COPY ADD", "exclude", 19, 7), ("COPY", "parents", 20, 7),
        ("ADD", "keep-git-dir", 6, 5), ("ADD", "checksum", 6, 5), ("ADD", "unpack", 17, 17), ("HEALTHCHECK", "start-interval", 6, 6),
    ];

    /// <summary>What an instruction uses that came with a later version than the frontend's, and that version.</summary>
    internal static IEnumerable<(string Feature, string Version, TextSpan Span)> Missing(InstructionSyntax instruction, Frontend frontend)
    {
        foreach (var flag in instruction.Flags)
        {
            var known = Array.Find(s_flags, known => known.Flag == flag.Name
                && known.Instructions.Split(' ').Contains(instruction.Name));
            if (known.Flag is not null && IsMissing(known.Stable, known.Labs, frontend))
            {
                yield return ($"{instruction.Name} --{flag.Name}", Version(known.Stable, known.Labs), flag.Span);
            }
        }

        foreach (var heredoc in instruction.Heredocs.Take(IsMissing(4, 3, frontend) ? 1 : 0))
        {
            yield return ("a heredoc", Version(4, 3), heredoc.MarkerSpan);
        }

        foreach (var mount in (instruction as RunInstruction)?.Mounts ?? [])
        {
            if (mount.Type == MountType.Secret && mount.Option("env") is { } option && IsMissing(10, 10, frontend))
            {
                yield return ("a secret in a variable", Version(10, 10), option.Span);
            }
        }

        if (instruction is FileTransferInstruction && instruction.Flag("chmod") is { Value: [>= 'a' and <= 'z' or '+' or '=', ..] } mode
            && IsMissing(14, 14, frontend))
        {
            yield return ("a --chmod with letters", Version(14, 14), mode.Span);
        }
    }

    /// <summary>Whether a version lacks something. Of the builds that are no releases nothing is known.</summary>
    /// <param name="stable">The first stable release that has it.</param>
    /// <param name="labs">The first release of the labs channel that has it.</param>
    /// <param name="frontend">The frontend.</param>
    private static bool IsMissing(int stable, int labs, Frontend frontend) => frontend switch
    {
        { IsDocker: false } => false,
        { Channel: "", Minor: { } minor } => minor < stable,
        { Channel: "" } => stable == Never && frontend.Image.Contains(':', StringComparison.Ordinal)
            && !frontend.Image.Contains('@', StringComparison.Ordinal),
        { Channel: "labs", Minor: { } minor } => minor < Math.Min(stable, labs),
        _ => false,
    };

    private static string Version(int stable, int labs) => stable == Never ? $"1.{labs}-labs" : $"1.{stable}";
}

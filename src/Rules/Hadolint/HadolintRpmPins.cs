using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>hadolint's judgement whether packages of yum and dnf carry versions.</summary>
internal static class HadolintRpmPins
{
    /// <summary>Whether one of the tools installs a package or module without a version.</summary>
    internal static bool AreMissing(HadolintRun run, params string[] tools) =>
        run.Named(tools).Where(command => command.HasAny("install")).Any(command => command.HasAny("module")
            ? command.Operands().Any(word => word is not ("module" or "install") && !word.Contains(':', StringComparison.Ordinal))
            : !command.HasAny("group") && command.Operands().Any(word => word != "install" && !IsPinned(word, run)));

    private static bool IsPinned(string word, HadolintRun run)
    {
        if (!word.Contains('-', StringComparison.Ordinal))
        {
            return false;
        }

        if (word.EndsWith(".rpm", StringComparison.Ordinal))
        {
            return true;
        }

        if (word.Contains('$', StringComparison.Ordinal))
        {
            return Names(run).Any(name => word.Contains($"${{{name}}}", StringComparison.Ordinal));
        }

        var parts = word.Split('-')[1..];
        return parts.All(part => part.All(c => char.IsAsciiLetterOrDigit(c) || ".~^_:+".Contains(c, StringComparison.Ordinal)))
            && parts.Any(part => part.Length > 0 && char.IsAsciiDigit(part[0]));
    }

    // Every ARG above counts, wherever it stands.
    private static IEnumerable<string> Names(HadolintRun run) => run.Environment.Select(binding => binding.Name).Concat(
        ((DockerfileSyntax)run.Anchor.Parent!).Instructions.TakeWhile(instruction => instruction != run.Anchor).OfType<ArgInstruction>()
            .SelectMany(arg => arg.Pairs).Select(pair => pair.Key.RawText));
}

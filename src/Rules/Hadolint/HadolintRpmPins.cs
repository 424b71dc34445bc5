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
            return run.Before.Variables.Arguments.Concat(run.Before.Variables.Environment)
                .Any(binding => word.Contains($"${{{binding.Name}}}", StringComparison.Ordinal));
        }

        var parts = word.Split('-')[1..];
        return parts.All(part => part.All(c => char.IsAsciiLetterOrDigit(c) || ".~^_:+".Contains(c, StringComparison.Ordinal)))
            && parts.Any(part => part.Length > 0 && char.IsAsciiDigit(part[0]));
    }
}

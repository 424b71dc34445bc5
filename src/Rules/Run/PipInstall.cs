using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>An installation by pip, pipx or uv.</summary>
/// <param name="Use">The program.</param>
/// <param name="Tool">The tool: <c>pip</c>, <c>pipx</c>, or <c>uv</c>.</param>
/// <param name="Arguments">Its arguments from the action on.</param>
internal sealed record PipInstall(ProgramUse Use, string Tool, ParsedArguments Arguments)
{
    /// <summary>What is installed, without requirement files and editable paths.</summary>
    internal IEnumerable<ProgramArgument> Packages => Arguments.Rest;

    /// <summary>The installation that a program does, or null.</summary>
    internal static PipInstall? Find(ProgramUse use)
    {
        var (tool, skipped) = use.Name switch
        {
            "pipx" => ("pipx", 0),
            "uv" when use.Arguments is [{ Value: "pip" or "tool" }, ..] => ("uv", 1),
            _ when IsNumbered(use.Name, "pip") => ("pip", 0),
            _ when IsNumbered(use.Name, "python") && Module(use) is { } module => ("pip", module),
            _ => (null, 0),
        };
        if (tool is null)
        {
            return null;
        }

        var arguments = Tools.Pip.Read(use with { Arguments = use.Arguments[skipped..] });
        return arguments.Does("install") ? new PipInstall(use, tool, arguments) : null;
    }

    /// <summary>The index behind <c>-m pip</c>.</summary>
    private static int? Module(ProgramUse use)
    {
        for (var i = 0; i + 1 < use.Arguments.Length; i++)
        {
            if (use.Arguments[i].Value == "-m")
            {
                return use.Arguments[i + 1].Value == "pip" ? i + 2 : null;
            }
        }

        return null;
    }

    private static bool IsNumbered(string name, string program) =>
        name.StartsWith(program, StringComparison.Ordinal) && name.AsSpan(program.Length).IndexOfAnyExcept("0123456789.") < 0;
}

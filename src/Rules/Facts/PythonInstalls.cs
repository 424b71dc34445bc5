using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>pip, uv, Poetry and Pipenv.</summary>
internal static class PythonInstalls
{
    internal static DependencyInstall? Read(InvocationUse use, ToolSpec tool) => tool == PythonTools.Poetry ? Poetry(use)
        : tool == PythonTools.Pipenv ? Pipenv(use)
        : use.Invocation.VerbName is "install" or "pip install" ? Pip(use)
        : tool == PythonTools.Uv ? Uv(use) : null;

    private static DependencyInstall? Pip(InvocationUse use)
    {
        var call = use.Invocation;
        var manifests = new List<string>();
        foreach (var option in call.Options)
        {
            if (option.Role is not (OptionRole.Manifest or OptionRole.Constraint))
            {
                continue;
            }

            if (option.KnownValue is not { } file)
            {
                return null;
            }

            if (file.Length > 0 && !file.Contains("://", StringComparison.Ordinal))
            {
                manifests.Add(file);
            }
        }

        // A constraint alone installs nothing; a project of its own needs its sources.
        return call.Has(OptionRole.Manifest) && manifests.Count > 0
            ? new DependencyInstall("pip", use, [.. manifests.Distinct(StringComparer.Ordinal)])
            {
                NeedsSources = call.Has(OptionRole.Editable) || call.Operands.Any(operand => IsLocal(operand.Value)),
            }
            : null;
    }

    private static DependencyInstall? Uv(InvocationUse use)
    {
        var call = use.Invocation;
        return call.VerbName != "sync" || call.Has("--project", "--package", "--all-packages") ? null
            : Early(use, "uv", "--no-install-project", "pyproject.toml", call.Has(OptionRole.Locked) ? "uv.lock" : "uv.lock*");
    }

    private static DependencyInstall? Poetry(InvocationUse use) =>
        use.Invocation.VerbName is not ("install" or "sync") || use.Invocation.Has("--only-root") ? null
        : Early(use, "Poetry", "--no-root", "pyproject.toml", "poetry.lock*");

    private static DependencyInstall? Pipenv(InvocationUse use) =>
        use.Invocation is { VerbName: "install" or "sync", Operands.IsEmpty: true } call && !call.Has(OptionRole.Manifest)
            && !call.Has(OptionRole.Editable)
            ? new DependencyInstall("Pipenv", use, "Pipfile", "Pipfile.lock*")
            : null;

    // The project itself is installed too, unless a flag says no: then the command must run again behind the sources.
    private static DependencyInstall Early(InvocationUse use, string ecosystem, string flag, params IReadOnlyList<string> manifests)
    {
        var text = InstallReader.Text(use);
        var isComplete = use.Invocation.Has(flag);
        return new DependencyInstall(ecosystem, use, manifests)
        {
            EarlyCommand = isComplete || text is null ? null : $"{text} {flag}",
            NeedsSources = !isComplete && text is null,
        };
    }

    private static bool IsLocal(string? operand) =>
        operand is null || operand.StartsWith('.') || operand.StartsWith('/') || operand.EndsWith(".whl", StringComparison.Ordinal)
            || operand.Contains(".[", StringComparison.Ordinal);
}

using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Tells which scripts take long enough that running them again matters.</summary>
internal static class ExpensiveStep
{
    private static readonly string[] s_builders = ["make", "cmake", "ninja", "bazel", "webpack"];

    /// <summary>The command that makes a script expensive, or null: installing packages or dependencies, or compiling.</summary>
    internal static CommandUse? Find(ScriptUse script) => script.Commands.FirstOrDefault(use =>
        PackageCommand.Read(use) is { Action: PackageAction.Install } || InstallReader.Read(use) is not null
        || s_builders.Contains(use.Command.Name)
        || (use.Command.Name is "pip" or "pip3" or "gem" or "conda" && use.Arguments.Contains("install")));
}
